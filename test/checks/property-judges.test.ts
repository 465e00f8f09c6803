import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Shape, type TextShape, RESOURCE_PROPERTIES, isText } from '../../src/capabilities/resource-properties';
import { evaluate } from '../../src/checks/evaluate';
import { RuleId } from '../../src/checks/rule-id';
import { RULES } from '../../src/checks/rules';
import { yamlDocument } from '../../src/cli/input/yaml-document';
import { BackupInventory } from '../../src/inventory';

type Step = string | number;
type Resources = Record<string, { readonly Type: string; readonly Properties: object }>;

const VALID = yamlDocument(readFileSync(join(__dirname, '..', 'cli', 'valid-template.yaml'), 'utf8'), 'valid.yaml').value as { readonly Resources: Resources };
// the first control of the template has no parameters
(VALID.Resources.Framework.Properties as { readonly FrameworkControls: unknown[] }).FrameworkControls.reverse();

/** At least one of them is wrong in each property that has a form. */
const WRONG = ['?!', 'Neptune', 'arn:aws:sqs:eu-west-1:111122223333:orders', 'aws:ResourceTag/team', 'aws:team', 'x'.repeat(2000)];

/** Names of objects are written here. */
const NAME = '<name>';

interface Place {
  readonly type: string;
  readonly steps: readonly Step[];
  readonly shape: TextShape;
}

function textsIn(type: string, shape: Shape, steps: readonly Step[] = []): Place[] {
  if (isText(shape)) { return [{ type, steps, shape }]; }
  if (typeof shape === 'string') { return []; }
  if ('of' in shape) { return textsIn(type, shape.of, [...steps, 0]); }
  if ('names' in shape) { return [...textsIn(type, shape.names, [...steps, NAME]), ...textsIn(type, shape.values, [...steps, 'securityGroupIds'])]; }
  return Object.entries(shape.properties).flatMap(([name, inner]) => textsIn(type, inner, [...steps, name]));
}

const PLACES = [...RESOURCE_PROPERTIES].flatMap(([type, shape]) => textsIn(type, shape)).filter(({ shape }) => shape !== 'anyText')
  .map((place): [string, string, Place] => [`${place.type} ${place.steps.join('.')}`, place.shape, place]);

/** The template with a value at a place of the first resource of the type. */
function withValue({ type, steps }: Place, value: string): { readonly template: object; readonly logicalId: string } {
  const template = structuredClone(VALID);
  const logicalId = Object.keys(template.Resources).find((id) => template.Resources[id].Type === type)!;
  const [last, ...holders] = ['Properties', ...steps].reverse();
  const holder = holders.reverse().reduce<Record<Step, unknown>>((inner, step, index) => {
    const next = typeof ['Properties', ...steps][index + 1] === 'number' ? [] : {};
    const isIntrinsic = typeof inner[step] === 'object' && /^(?:Ref|Fn::)/.test(Object.keys(inner[step] as object)[0] ?? '');
    if (inner[step] === undefined || isIntrinsic) { inner[step] = next; }
    return inner[step] as Record<Step, unknown>;
  }, template.Resources[logicalId] as unknown as Record<Step, unknown>);
  if (last === NAME) { holder[value] = 'x'; } else { holder[last] = value; }
  return { template, logicalId };
}

/** The rules that report a value at a place, or on its resource. */
function judgesOf(place: Place, value: string, ids: readonly RuleId[]): string[] {
  const { template, logicalId } = withValue(place, value);
  const source = { id: 'Stack', template, account: '111122223333', region: 'eu-west-1', parameters: { Stage: 'prod', Retention: 35 } };
  const { findings } = evaluate(BackupInventory.of([source]), RULES.filter(({ id }) => ids.includes(id)), {});
  return findings.filter(({ address }) => address.logicalId === logicalId).map(({ rule }) => rule.id);
}

/** Rules on the same properties, which could report a value twice. */
const NEIGHBORS = [
  RuleId.TOPIC_STANDARD, RuleId.TOPIC_PLACE, RuleId.REPORT_BUCKET_POLICY, RuleId.REPORT_PLAN_FORMAT, RuleId.PLAN_QUOTAS,
  RuleId.RESTORE_TESTING_RESOURCES, RuleId.RESTORE_TESTING_RECOVERY_POINTS, RuleId.TIERING_CONFIGURATION, RuleId.LEGAL_HOLD, RuleId.CONTROL_SCOPE,
];

describe.each(PLACES)('%s', (_, shape, place) => {
  const [judge, others] = shape.startsWith('Backup-') ? [shape as RuleId, [RuleId.VALUE_FORM]] : [RuleId.VALUE_FORM, NEIGHBORS];

  test(`is judged by ${judge} alone`, () => {
    const judges = WRONG.map((value) => judgesOf(place, value, [judge, ...others])).filter((ids) => ids.includes(judge));
    expect(judges).not.toEqual([]);
    expect(judges.flat().filter((id) => id !== judge)).toEqual([]);
  });
});

test('the table names only rules', () => {
  const rules = PLACES.map(([, shape]) => shape).filter((shape) => shape.startsWith('Backup-'));
  expect(rules.filter((id) => !(Object.values(RuleId) as string[]).includes(id))).toEqual([]);
});
