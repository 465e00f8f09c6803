import { byTag, covered, inventoryOf, plan, selection, source, table, tagged } from './sources';

const ARN = 'arn:aws:dynamodb:eu-central-1:111122223333:table/';
const FORMS: Readonly<Record<string, unknown>> = {
  'GetAtt': { 'Fn::GetAtt': ['Table', 'Arn'] },
  'GetAtt in short': { 'Fn::GetAtt': 'Table.Arn' },
  'Sub': { 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}' },
  'Sub of the attribute': { 'Fn::Sub': '${Table.Arn}' },
  'Join': { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':dynamodb:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':table/', { Ref: 'Table' }]] },
  'literal place': { 'Fn::Sub': `${ARN}\${Table}` },
};
const WILDCARDS = ['*', 'arn:aws:dynamodb:*:*:table/*', 'arn:*:dynamodb:eu-central-1:*', `${ARN}*`, 'arn:aws:dynamodb:*', 'arn:*', 'arn:aws:*'];

function coveredBy(content: object, tables: Readonly<Record<string, object>>, environment = {}): Record<string, string> {
  return covered(inventoryOf(source({ Plan: plan(), Selection: selection(content), ...tables }, environment)));
}

describe.each([['generated', {}], ['stated', { TableName: 'orders' }]])('a table with a %s name', (_name, properties) => {
  test.each(Object.keys(FORMS))('only it is covered by its ARN as %s', (form) => {
    expect(coveredBy({ Resources: [FORMS[form]] }, { Table: table(properties), Other: table() })).toEqual({ 'Stack Table': 'yes', 'Stack Other': 'no' });
  });

  test.each(Object.keys(FORMS).filter((form) => form !== 'literal place'))('is covered by its ARN as %s if the environment is unknown', (form) => {
    expect(coveredBy({ Resources: [FORMS[form]] }, { Table: table(properties), Other: table() }, { account: undefined, region: undefined }))
      .toEqual({ 'Stack Table': 'yes', 'Stack Other': 'no' });
  });

  test.each(WILDCARDS)('is covered by %s', (arn) => {
    expect(coveredBy({ Resources: [arn] }, { Table: table(properties) })).toEqual({ 'Stack Table': 'yes' });
  });

  test.each(['arn:aws:rds:*:*:db:*', 'arn:aws:dynamodb:us-east-1:*:table/*', 'arn:aws-cn:dynamodb:*:*:table/*', 'arn:aws:dynamodb:*:*:index/*'])('is not covered by %s', (arn) => {
    expect(coveredBy({ Resources: [arn] }, { Table: table(properties) })).toEqual({ 'Stack Table': 'no' });
  });
});

test('a literal ARN is that of the table with the name, and perhaps of one whose name is generated', () => {
  expect(coveredBy({ Resources: [`${ARN}orders`] }, { Table: table({ TableName: 'orders' }), Other: table({ TableName: 'Orders' }) }))
    .toEqual({ 'Stack Table': 'yes', 'Stack Other': 'no' });
  expect(coveredBy({ Resources: [`${ARN}orders`] }, { Table: table() })).toEqual({ 'Stack Table': 'Symbol(unknown)' });
  expect(coveredBy({ Resources: [`${ARN}orders*`] }, { Table: table() })).toEqual({ 'Stack Table': 'Symbol(unknown)' });
  expect(coveredBy({ Resources: [`${ARN}orders`] }, { Table: table(), Named: table({ TableName: 'orders' }) }))
    .toEqual({ 'Stack Table': 'no', 'Stack Named': 'yes' });
});

const YES = 'yes', NO = 'no', UNKNOWN = 'Symbol(unknown)';
const GOLD = byTag('backup', 'gold');
const OPEN = { Ref: 'Open' };
const condition = (operator: string, value: unknown, key = 'backup') => ({ [operator]: [{ ConditionKey: `aws:ResourceTag/${key}`, ConditionValue: value }] });

test.each<[string, object, object, string]>([
  ['an equal tag', GOLD, tagged({ backup: 'gold' }), YES],
  ['a tag of CloudFormation, which no template shows', byTag('aws:cloudformation:stack-name', 'orders'), {}, UNKNOWN],
  ['a condition on a tag of CloudFormation', { Resources: ['*'], Conditions: condition('StringEquals', 'orders', 'aws:cloudformation:stack-name') }, {}, UNKNOWN],
  ['another value', GOLD, tagged({ backup: 'Gold' }), NO],
  ['another key', GOLD, tagged({ Backup: 'gold' }), NO],
  ['no tags', GOLD, {}, NO],
  ['a value that is not known', GOLD, tagged({ backup: OPEN }), UNKNOWN],
  ['a selection whose value is not known', byTag('backup', OPEN), tagged({ backup: 'gold' }), UNKNOWN],
  ['a selection whose value is not known, of a table without the tag', byTag('backup', OPEN), {}, NO],
  ['tags that are not known', GOLD, { Tags: OPEN }, UNKNOWN],
  ['a tag that is not known beside the right one', GOLD, { Tags: [OPEN, { Key: 'backup', Value: 'gold' }] }, YES],
  ['a tag that is not known beside the wrong one', GOLD, { Tags: [OPEN, { Key: 'backup', Value: 'no' }] }, NO],
  ['tags as a map', GOLD, { Tags: { backup: 'gold' } }, YES],
  ['a number as value', byTag('tier', 1), { Tags: [{ Key: 'tier', Value: 1 }] }, YES],
  ['malformed tags', GOLD, { Tags: 'gold' }, UNKNOWN],
  ['a tag or an ARN', { ...GOLD, Resources: ['arn:aws:dynamodb:*:*:table/*'] }, {}, YES],
  ['a tag but excluded', { ...GOLD, NotResources: ['arn:aws:dynamodb:*'] }, tagged({ backup: 'gold' }), NO],
  ['a tag but perhaps excluded', { ...GOLD, NotResources: [OPEN] }, tagged({ backup: 'gold' }), UNKNOWN],
  ['a tag, another thing excluded', { ...GOLD, NotResources: ['arn:aws:s3:::*'] }, tagged({ backup: 'gold' }), YES],
  ['all, where equal', { Resources: ['*'], Conditions: condition('StringEquals', 'gold') }, tagged({ backup: 'gold' }), YES],
  ['all, where not equal', { Resources: ['*'], Conditions: condition('StringEquals', 'gold') }, {}, NO],
  ['all, where unequal wanted', { Resources: ['*'], Conditions: condition('StringNotEquals', 'gold') }, {}, YES],
  ['all, where like', { Resources: ['*'], Conditions: condition('StringLike', 'g*d') }, tagged({ backup: 'gold' }), YES],
  ['all, where not like', { Resources: ['*'], Conditions: condition('StringNotLike', 'g*d') }, tagged({ backup: 'gold' }), NO],
  ['all, where two conditions hold', { Resources: ['*'], Conditions: { ...condition('StringEquals', 'gold'), ...condition('StringLike', 'g*') } }, tagged({ backup: 'gold' }), YES],
  ['all, where one of two fails', { Resources: ['*'], Conditions: { ...condition('StringEquals', 'gold'), ...condition('StringLike', 's*') } }, tagged({ backup: 'gold' }), NO],
  ['all, where one is not known and one fails', { Resources: ['*'], Conditions: { ...condition('StringEquals', OPEN), ...condition('StringLike', 's*') } }, tagged({ backup: 'gold' }), NO],
  ['all, where a condition is not known', { Resources: ['*'], Conditions: OPEN }, {}, UNKNOWN],
  ['nothing', {}, {}, UNKNOWN],
  ['conditions alone that hold', { Conditions: condition('StringEquals', 'gold') }, tagged({ backup: 'gold' }), UNKNOWN],
  ['conditions alone that fail', { Conditions: condition('StringEquals', 'gold') }, {}, NO],
  ['resources that are not known', { Resources: OPEN }, {}, UNKNOWN],
  ['an ARN that is not known', { Resources: [OPEN] }, {}, UNKNOWN],
  ['no such ARN', { Resources: ['arn:aws:s3:::*'] }, {}, NO],
])('%s', (_name, content, properties, expected) => {
  const sections = { Parameters: { Open: { Type: 'String' } } };

  expect(coveredBy(content, { Table: table(properties) }, { sections })).toEqual({ 'Stack Table': expected });
});

test('states how a resource is selected', () => {
  const inventory = inventoryOf(source({
    Plan: plan(),
    Tag: selection(GOLD),
    All: selection({ Resources: ['*'], Conditions: condition('StringLike', 'g*') }),
    Named: selection({ Resources: [FORMS.GetAtt] }),
    Table: table(tagged({ backup: 'gold' })),
  }));

  expect(inventory.coverageOf(inventory.protectables[0]).reaches.map(({ how }) => how)).toEqual([
    'by tag backup=gold',
    'by \'*\' where tag backup like g*',
    'by ARN \'arn:aws:dynamodb:eu-central-1:111122223333:table/${Table}\'',
  ]);
  expect(inventory.selections.map((each) => inventory.resourcesOf(each).length)).toEqual([1, 1, 1]);
  expect(inventory.coverageOf(inventory.protectables[0]).reaches[0].selection.plan).toBe(inventory.plans[0]);
});

describe('environments', () => {
  const tables = { Table: table(tagged({ backup: 'gold' })) };
  const backup = { Plan: plan(), Selection: selection(GOLD) };
  const NOWHERE = { account: undefined, region: undefined };

  test.each<[string, object, object, string]>([
    ['the same', {}, {}, YES],
    ['another Region', {}, { region: 'eu-west-1' }, NO],
    ['another account', {}, { account: '444455556666' }, NO],
    ['unknown Region', {}, { region: undefined }, UNKNOWN],
    ['both unknown, of one application', NOWHERE, NOWHERE, YES],
    ['both unknown, of two Stages', { ...NOWHERE, application: 'A' }, { ...NOWHERE, application: 'B' }, UNKNOWN],
    ['the same, of two Stages', { application: 'A' }, { application: 'B' }, YES],
  ])('%s', (_name, here, there, expected) => {
    expect(covered(inventoryOf(source(backup, { id: 'Backup', ...here }), source(tables, { id: 'Data', ...there })))).toEqual({ 'Data Table': expected });
  });

  test.each([{}, NOWHERE])('equal ids in two stacks do not borrow coverage: %p', (place) => {
    const both = { Plan: plan(), Selection: selection({ Resources: [FORMS.GetAtt] }), Table: table() };
    const inventory = inventoryOf(source(both, { id: 'A', ...place }), source({ Table: table() }, { id: 'B', ...place }));

    expect(covered(inventory)).toEqual({ 'A Table': YES, 'B Table': NO });
  });
});

test('what a condition leaves out does not cover, and what it might leave out perhaps covers', () => {
  const sections = {
    Parameters: { Open: { Type: 'String' } },
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] }, Perhaps: { 'Fn::Equals': [OPEN, 'b'] } },
  };
  const resources = (Condition: string) => ({ Plan: plan(), Selection: { ...selection({ Resources: ['*'] }), Condition }, Table: table() });

  expect(covered(inventoryOf(source(resources('Never'), { sections })))).toEqual({ 'Stack Table': NO });
  expect(covered(inventoryOf(source(resources('Perhaps'), { sections })))).toEqual({ 'Stack Table': UNKNOWN });
  expect(covered(inventoryOf(source({ Table: { ...table(), Condition: 'Never' } }, { sections })))).toEqual({});
});

test('tags of the stack count, and later tags might', () => {
  const resources = { Plan: plan(), Selection: selection(GOLD), Table: table(), Other: table(tagged({ backup: 'none' })) };

  expect(covered(inventoryOf(source(resources, { tags: { backup: 'gold' } })))).toEqual({ 'Stack Table': YES, 'Stack Other': NO });
  expect(covered(inventoryOf(source(resources, { tagsIncomplete: true })))).toEqual({ 'Stack Table': UNKNOWN, 'Stack Other': NO });
});

test('a tag from a dynamic reference can have any value', () => {
  const resources = { Plan: plan(), Selection: selection(GOLD), Table: table(tagged({ backup: { 'Fn::Sub': '{{resolve:ssm:/tier}}' } })) };

  expect(covered(inventoryOf(source(resources)))).toEqual({ 'Stack Table': UNKNOWN });
});

test('a simple table of SAM is a table', () => {
  const simple = (properties: object) => ({ Type: 'AWS::Serverless::SimpleTable', Properties: properties });
  const resources = { Plan: plan(), Selection: selection(GOLD), Table: simple({ Tags: { backup: 'gold' } }), Other: simple({ TableName: 'other' }) };
  const byArn = { Plan: plan(), Selection: selection({ Resources: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] }), Table: simple({}), Other: simple({ TableName: 'other' }) };

  expect(covered(inventoryOf(source(resources)))).toEqual({ 'Stack Table': YES, 'Stack Other': NO });
  expect(covered(inventoryOf(source(byArn)))).toEqual({ 'Stack Table': YES, 'Stack Other': NO });
});
