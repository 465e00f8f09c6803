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

const tagValue = fc.oneof(
  fc.constantFrom<Raw | string>('a', 'b', 'ab', { Ref: 'Listed' }, { Ref: 'Free' }, { 'Fn::Sub': '${Listed}b' }, { 'Fn::Sub': 'a${Free}' }),
  fc.constantFrom(...VALUES).map((value): Raw => ({ 'Fn::If': ['Some', value, { Ref: 'Listed' }] })),
);

const tagTest = fc.record({
  operator: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'),
  value: tagValue,
  Condition: fc.constantFrom('Some', 'Other'),
});

/** The text of a value in a deployment. */
function textIn(value: Raw | string, values: Raw, conditions: Readonly<Record<string, Raw>>): string {
  if (typeof value === 'string') { return value; }
  if ('Ref' in value) { return values[value.Ref as string] as string; }
  if ('Fn::Sub' in value) { return (value['Fn::Sub'] as string).replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] as string); }
  const [name, one, other] = value['Fn::If'] as [string, Raw | string, Raw | string];
  return textIn(holds(conditions[name], values) ? one : other, values, conditions);
}

test('the coverage by tags that parameters decide is that of every completion, if it is known', () => {
  const known = { yes: 0, no: 0, unknown: 0 };
  const tests = fc.array(tagTest, { minLength: 1, maxLength: 3 });
  fc.assert(fc.property(tagValue, tests, fc.record({ Some: condition, Other: condition }), (tag, given, Conditions) => {
    fc.pre(Object.values(Conditions).every((raw) => COMPLETIONS.some((values) => holds(raw, values))));
    const selections = Object.fromEntries(given.map(({ operator, value, Condition }, index) => [`Selection${index}`, {
      ...selection({ Resources: ['*'], Conditions: { [operator]: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: value }] } }), Condition,
    }]));
    const resources = { Table: table({ Tags: [{ Key: 'stage', Value: tag }] }), Plan: plan(), ...selections };
    const answer = covered(inventoryOf(source(resources, { sections: { Parameters: PARAMETERS, Conditions } })))['Stack Table'];
    const answers = new Set(COMPLETIONS.map((values) => given.some(({ operator, value, Condition }) => {
      const [actual, wanted] = [tag, value].map((each) => textIn(each, values, Conditions));
      return holds(Conditions[Condition as keyof typeof Conditions], values) && (actual === wanted) === !operator.startsWith('StringNot');
    })));
    known[answer === 'yes' || answer === 'no' ? answer : 'unknown']++;

    expect(answer === 'Symbol(unknown)' ? [...answers] : [answer === 'yes']).toEqual([...answers]);
  }), { numRuns: 2000, seed: 17 });
  expect(Object.values(known).every((count) => count > 50)).toBe(true);
});
