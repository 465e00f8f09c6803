import * as fc from 'fast-check';
import { byTag, covered, inventoryOf, plan, selection, source, table, tagged } from './sources';

type Raw = Readonly<Record<string, unknown>>;
const VALUES = ['a', 'b', 'c'];
const PARAMETERS: Readonly<Record<string, Raw>> = { Free: { Type: 'String' }, Listed: { Type: 'String', AllowedValues: ['a', 'b'] } };

/** What a deployment can pass. The last value of a free parameter stands for any other. */
const COMPLETIONS = [...VALUES, 'other'].flatMap((Free) => ['a', 'b'].map((Listed): Raw => ({ Free, Listed })));

const { condition } = fc.letrec<{ condition: Raw }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    fc.tuple(fc.constantFrom(...Object.keys(PARAMETERS)), fc.constantFrom(...VALUES)).map(([name, value]) => ({ 'Fn::Equals': [{ Ref: name }, value] })),
    tie('condition').map((inner) => ({ 'Fn::Not': [inner] })),
    fc.tuple(fc.constantFrom('Fn::And', 'Fn::Or'), tie('condition'), tie('condition')).map(([name, one, other]) => ({ [name]: [one, other] })),
  ),
}));

/** An evaluation of its own, from the words of the template reference. */
function holds(raw: Raw, values: Raw): boolean {
  const [[name, list]] = Object.entries(raw) as [string, Raw[]][];
  switch (name) {
    case 'Fn::Equals': return values[(list[0] as { Ref: string }).Ref] === (list[1] as unknown);
    case 'Fn::Not': return !holds(list[0], values);
    case 'Fn::And': return list.every((each) => holds(each, values));
    default: return list.some((each) => holds(each, values));
  }
}

test('a known coverage is that of every completion in which the resource exists, and one that is the same in all of them is known', () => {
  fc.assert(fc.property(fc.record({ Table: condition, Plan: condition, Selection: condition }), (Conditions) => {
    // CloudFormation cannot deploy a selection whose plan never exists
    fc.pre(COMPLETIONS.some((values) => holds(Conditions.Plan, values)));
    const resources: Readonly<Record<keyof typeof Conditions, object>> = {
      Table: { ...table(tagged({ backup: 'gold' })), Condition: 'Table' },
      Plan: { ...plan(), Condition: 'Plan' },
      Selection: { ...selection(byTag('backup', 'gold')), Condition: 'Selection' },
    };
    const answer = covered(inventoryOf(source(resources, { sections: { Parameters: PARAMETERS, Conditions } })))['Stack Table'] as string | undefined;
    const existing = COMPLETIONS.filter((values) => holds(Conditions.Table, values));
    const answers = new Set(existing.map((values) => (holds(Conditions.Plan, values) && holds(Conditions.Selection, values) ? 'yes' : 'no')));

    expect(answer).toBe(answers.size === 0 ? undefined : answers.size === 1 ? [...answers][0] : 'Symbol(unknown)');
  }), { numRuns: 2000, seed: 17 });
});
