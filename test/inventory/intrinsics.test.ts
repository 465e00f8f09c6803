import { probe, written } from './sources';
import { UNKNOWN } from '../../src/values/unknown';

const TABLE = { Table: { Type: 'AWS::DynamoDB::Table' }, Named: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } } };

const SECTIONS = {
  Parameters: {
    Days: { Type: 'Number', Default: 35 },
    Stage: { Type: 'String', Default: 'prod' },
    Open: { Type: 'String' },
    List: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Secret: { Type: 'String', Default: '{{resolve:ssm:/b}}' },
    Secrets: { Type: 'CommaDelimitedList', Default: '{{resolve:ssm:/b}},a' },
    Kept: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/path' },
  },
  Mappings: { ByStage: { prod: { days: 90, all: ['a', 'b'], mixed: ['a', { b: 'c' }] }, test: { days: 7 }, kept: { days: '{{resolve:ssm:/b}}' } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsOpen: { 'Fn::Equals': [{ Ref: 'Open' }, 'prod'] },
    IsItself: { 'Fn::Equals': [{ Ref: 'Open' }, { Ref: 'Open' }] },
    Neither: { 'Fn::Not': [{ 'Fn::Or': [{ Condition: 'IsProd' }, { Condition: 'IsOpen' }] }] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsOpen' }] },
    Circle: { 'Fn::Not': [{ Condition: 'Circle' }] },
  },
};

test.each<[string, unknown, unknown]>([
  ['a literal', 'text', 'text'],
  ['Ref of a default', { Ref: 'Days' }, 35],
  ['Ref of a list', { Ref: 'List' }, ['a', 'b']],
  ['Ref of an open parameter', { Ref: 'Open' }, '${Open}'],
  ['Ref of a parameter that Systems Manager keeps', { Ref: 'Kept' }, '${Kept}'],
  ['Ref of nothing', { Ref: 'Nothing' }, '?'],
  ['Ref of constructor', { Ref: 'constructor' }, '?'],
  ['Ref of a generated name', { Ref: 'Table' }, '${Table}'],
  ['Ref of a stated name', { Ref: 'Named' }, 'orders'],
  ['GetAtt as a list', { 'Fn::GetAtt': ['Named', 'Arn'] }, 'arn:aws:dynamodb:eu-central-1:111122223333:table/orders'],
  ['GetAtt as a string', { 'Fn::GetAtt': 'Table.Arn' }, 'arn:aws:dynamodb:eu-central-1:111122223333:table/${Table}'],
  ['GetAtt of another attribute', { 'Fn::GetAtt': ['Table', 'StreamArn'] }, '${Table.StreamArn}'],
  ['Sub', { 'Fn::Sub': '${Stage}-${AWS::Region}-${Table}-${Named.Arn}' }, 'prod-eu-central-1-${Table}-arn:aws:dynamodb:eu-central-1:111122223333:table/orders'],
  ['Sub with a map', { 'Fn::Sub': ['${Mine}-${Stage}', { Mine: { Ref: 'Days' } }] }, '35-prod'],
  ['Sub of a literal', { 'Fn::Sub': '${!Stage}' }, '${Stage}'],
  ['ToJsonString', { 'Fn::ToJsonString': { stage: { Ref: 'Stage' }, all: [{ 'Fn::Sub': '${Days}' }, { Ref: 'AWS::NoValue' }, 7], none: { Ref: 'AWS::NoValue' } } }, '{"stage":"prod","all":["35",7]}'],
  ['ToJsonString of a list', { 'Fn::ToJsonString': [{ a: null }, true] }, '[{"a":null},true]'],
  ['ToJsonString with an open parameter', { 'Fn::ToJsonString': { stage: { Ref: 'Open' } } }, '?'],
  ['ToJsonString of a text', { 'Fn::ToJsonString': 'a' }, '?'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, { Ref: 'AWS::NoValue' }, { Ref: 'Table' }]] }, 'a-prod-${Table}'],
  ['Join of a list parameter', { 'Fn::Join': ['+', { Ref: 'List' }] }, 'a+b'],
  ['Split', { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }, ['arn', 'aws', 'dynamodb', 'eu-central-1', '111122223333', 'table/${Table}']],
  ['Split of a value that might contain the delimiter', { 'Fn::Split': [':', { Ref: 'Open' }] }, '?'],
  ['Select', { 'Fn::Select': ['1', { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] }, '${Table}'],
  ['Select beyond the end', { 'Fn::Select': [5, ['a']] }, '?'],
  ['Join of no list', { 'Fn::Join': 'a' }, '?'],
  ['Join of a value that might be a list', { 'Fn::Join': ['-', { Ref: 'Open' }] }, '?'],
  ['Join by an open parameter', { 'Fn::Join': [{ Ref: 'Open' }, ['a', 'b']] }, 'a${Open}b'],
  ['Join by what is not known', { 'Fn::Join': [{ Ref: 'Nothing' }, ['a', 'b']] }, '?'],
  ['Sub of no text', { 'Fn::Sub': { Ref: 'Stage' } }, '?'],
  ['Sub with no map', { 'Fn::Sub': ['${Stage}', 'x'] }, '?'],
  ['Split of no list', { 'Fn::Split': 'a:b' }, '?'],
  ['Split by nothing', { 'Fn::Split': ['', 'a:b'] }, '?'],
  ['Split by an open parameter', { 'Fn::Split': [{ Ref: 'Open' }, 'a:b'] }, '?'],
  ['Split by what is not known', { 'Fn::Split': [{ Ref: 'Nothing' }, 'a:b'] }, '?'],
  ['Split of what is not known', { 'Fn::Split': [':', { Ref: 'Nothing' }] }, '?'],
  ['Select of no list', { 'Fn::Select': '0' }, '?'],
  ['Select of a text', { 'Fn::Select': ['0', 'abc'] }, '?'],
  ['Select by an open index', { 'Fn::Select': [{ Ref: 'Open' }, ['a']] }, '?'],
  ['Select by a value that is not an index', { 'Fn::Select': ['0x0', ['a']] }, '?'],
  ['Select by what ends in an index', { 'Fn::Select': ['x0', ['a']] }, '?'],
  ['Select of the tenth', { 'Fn::Select': ['10', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']] }, 'k'],
  ['Select just beyond the end', { 'Fn::Select': [1, ['a']] }, '?'],
  ['FindInMap of no list', { 'Fn::FindInMap': 'ByStage' }, '?'],
  ['FindInMap without a key', { 'Fn::FindInMap': ['ByStage', 'prod'] }, '?'],
  ['FindInMap by an open key, with a default', { 'Fn::FindInMap': ['ByStage', { Ref: 'Open' }, 'days', { DefaultValue: 1 }] }, '?'],
  ['FindInMap of what is not there', { 'Fn::FindInMap': ['ByStage', 'dev', 'days'] }, '?'],
  ['FindInMap of a list', { 'Fn::FindInMap': ['ByStage', 'prod', 'all'] }, ['a', 'b']],
  ['FindInMap of a value that is not a list of texts', { 'Fn::FindInMap': ['ByStage', 'prod', 'mixed'] }, '?'],
  ['FindInMap', { 'Fn::FindInMap': ['ByStage', { Ref: 'Stage' }, 'days'] }, 90],
  ['FindInMap with a default', { 'Fn::FindInMap': ['ByStage', 'dev', 'days', { DefaultValue: 1 }] }, 1],
  ['FindInMap by an open key', { 'Fn::FindInMap': ['ByStage', { Ref: 'Open' }, 'days'] }, '?'],
  ['If, true', { 'Fn::If': ['IsProd', 1, 2] }, 1],
  ['If, false', { 'Fn::If': ['Neither', 1, 2] }, 2],
  ['If, unknown', { 'Fn::If': ['IsOpen', 1, 2] }, '?'],
  ['If, and of unknown', { 'Fn::If': ['Both', 1, 2] }, '?'],
  ['If, of equal parameters', { 'Fn::If': ['IsItself', 1, 2] }, 1],
  ['If, in a circle', { 'Fn::If': ['Circle', 1, 2] }, '?'],
  ['NoValue in an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ['NoValue in a list', [{ 'Fn::If': ['Neither', 'a', { Ref: 'AWS::NoValue' }] }, 'b'], ['b']],
  ['a macro', { 'Fn::Transform': { Name: 'M' } }, '?'],
  ['a macro beside properties', { 'a': 1, 'Fn::Transform': { Name: 'M' } }, '?'],
  ['a function that is not known', { 'Fn::GetAZs': '' }, '?'],
  ['a dynamic reference', 'a{{resolve:ssm:/b}}c', 'a${?}c'],
  ['a dynamic reference of Sub', { 'Fn::Sub': 'a{{resolve:ssm:/${AWS::Region}/b}}c' }, 'a${?}c'],
  ['a dynamic reference of Sub without variables', { 'Fn::Sub': '{{resolve:ssm:/b}}' }, '${?}'],
  ['a dynamic reference of Sub by a default', { 'Fn::Sub': '{{resolve:ssm:/${Stage}/b}}' }, '${?}'],
  ['a dynamic reference of Sub by an open parameter', { 'Fn::Sub': 'a{{resolve:ssm:/${Open}/b}}c{{resolve:ssm:${Open}}}-${Table}' }, 'a${?}c${?}-${Table}'],
  ['a dynamic reference without end', { 'Fn::Sub': 'a{{resolve:ssm:/${Open}/b}-${Table}' }, 'a${?}'],
  ['a dynamic reference of Join', { 'Fn::Join': ['', ['{{resolve:ssm:/', { Ref: 'Stage' }, '}}']] }, '${?}'],
  ['a dynamic reference of Join, with colons', { 'Fn::Join': [':', ['{{resolve', 'ssm', '/b}}']] }, '${?}'],
  ['a dynamic reference of a mapping', { 'Fn::FindInMap': ['ByStage', 'kept', 'days'] }, '${?}'],
  ['a dynamic reference by default', { Ref: 'Secret' }, '${?}'],
  ['a dynamic reference of a list', { 'Fn::Select': [0, { Ref: 'Secrets' }] }, '?'],
  ['a dynamic reference that is split', { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::Sub': '{{resolve:ssm:/${AWS::Region}/b}}' }] }] }, '?'],
  ['pseudo parameters', [{ Ref: 'AWS::AccountId' }, { Ref: 'AWS::Partition' }, { Ref: 'AWS::URLSuffix' }], ['111122223333', 'aws', 'amazonaws.com']],
  ['ImportValue of nothing', { 'Fn::ImportValue': 'nothing' }, '?'],
])('%s', (_name, value, expected) => {
  expect(written(probe(value, SECTIONS, TABLE))).toEqual(expected);
});

test('given values of parameters take precedence over defaults', () => {
  const value = probe({ Ref: 'Days' }, SECTIONS, {}, { parameters: { Days: '14' } });

  expect(value.number()).toBe(14);
});

test('pseudo parameters of an unknown environment are the same in one application and differ in another', () => {
  const arn = { 'Fn::Sub': 'arn:${AWS::Partition}:x:${AWS::Region}:${AWS::AccountId}:y' };
  const key = (application: string) => {
    const text = probe(arn, {}, {}, { account: undefined, region: undefined, application }).text();
    return text === UNKNOWN ? undefined : text?.key;
  };

  expect(key('A')).toBe(key('A'));
  expect(key('A')).not.toBe(key('B'));
  expect(written(probe(arn, {}, {}, { account: undefined, region: 'cn-north-1' }))).toBe('arn:aws-cn:x:cn-north-1:${AWS::AccountId}:y');
});

test('paths include Fn::If', () => {
  const value = probe({ Rules: { 'Fn::If': ['IsProd', [{ Name: 'a' }], []] } }, SECTIONS);
  const [rule] = value.get('Rules').items() as ReturnType<typeof value.get>[];

  expect(rule.get('Name').path).toBe('Value.Rules.Fn::If[1][0].Name');
});

test('items keep their index if one before them is left out', () => {
  const items = probe([{ Ref: 'AWS::NoValue' }, { a: 1 }]).items() as ReturnType<typeof probe>[];

  expect(items.map(({ path }) => path)).toEqual(['Value[1]']);
});

test.each<[string, unknown, unknown]>([
  ['a number', 7, 7],
  ['a number in a string', '7', 7],
  ['no number', 'seven', UNKNOWN],
  ['an empty string', '', UNKNOWN],
  ['an object', {}, UNKNOWN],
  ['nothing', { Ref: 'AWS::NoValue' }, undefined],
])('a number from %s', (_name, value, expected) => {
  expect(probe(value).number()).toBe(expected);
});

test.each<[unknown, unknown]>([[true, true], ['false', false], ['True', true], ['yes', UNKNOWN]])('a boolean from %p', (value, expected) => {
  expect(probe(value).boolean()).toBe(expected);
});

test('names in a cycle end', () => {
  const circle = {
    One: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { Ref: 'Two' } } },
    Two: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: { 'Fn::Sub': '${One}${One}' } } },
  };

  expect(written(probe({ Ref: 'One' }, {}, circle))).toBe('${One}${One}');
});

test('strings that double in each step end', () => {
  const names = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`T${index}`, {
    Type: 'AWS::DynamoDB::Table', Properties: { TableName: index === 0 ? 'x' : { 'Fn::Sub': `\${T${index - 1}}\${T${index - 1}}` } },
  }]));

  expect(written(probe({ Ref: 'T39' }, {}, names))).toBe('${?}');
});

test('functions within functions end', () => {
  const deep = Array.from({ length: 5000 }).reduce<unknown>((inner) => ({ 'Fn::Join': ['', [inner]] }), 'x');

  expect(probe(deep).string()).toBe(UNKNOWN);
});

describe('double recursion ends:', () => {
  const twice = (value: unknown) => ({ 'Fn::Join': ['', [value, value]] });

  test.each<[string, unknown, object, Readonly<Record<string, unknown>>]>([
    ['a list parameter', { Ref: 'P' }, { Parameters: { P: { Type: 'String', Default: [{ Ref: 'P' }, { Ref: 'P' }] } } }, {}],
    ['a mapping', { 'Fn::FindInMap': ['M', 'a', 'b'] }, { Mappings: { M: { a: { b: twice({ 'Fn::FindInMap': ['M', 'a', 'b'] }) } } } }, {}],
    ['a list of a mapping', { 'Fn::FindInMap': ['M', 'a', 'b'] }, { Mappings: { M: { a: { b: [{ 'Fn::FindInMap': ['M', 'a', 'b'] }, { 'Fn::FindInMap': ['M', 'a', 'b'] }] } } } }, {}],
    ['the path of a role', { 'Fn::GetAtt': ['Role', 'Arn'] }, {}, { Role: { Type: 'AWS::IAM::Role', Properties: { Path: twice({ 'Fn::GetAtt': ['Role', 'Arn'] }) } } }],
    ['an export writer', { 'Fn::GetAtt': ['Reader', 'x'] }, {}, {
      Reader: { Type: 'Custom::CrossRegionExportReader' },
      Writer: { Type: 'Custom::CrossRegionExportWriter', Properties: { WriterProps: { region: 'eu-central-1', exports: { x: twice({ 'Fn::GetAtt': ['Reader', 'x'] }) } } } },
    }],
    ['an output', { 'Fn::ImportValue': 'x' }, { Outputs: { O: { Value: twice({ 'Fn::ImportValue': 'x' }), Export: { Name: 'x' } } } }, {}],
  ])('%s', (_name, value, sections, resources) => {
    expect(JSON.stringify(written(probe(value, sections, resources)))).toMatch(/\?/);
  });

  test('a chain of conditions', () => {
    const conditions = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`C${index}`, { 'Fn::Not': [{ Condition: `C${index + 1}` }] }]));

    expect(probe({ 'Fn::If': ['C0', 1, 2] }, { Conditions: conditions }).number()).toBe(UNKNOWN);
  });
});
