import type { Document } from '../../src/cli/input/document';
import { jsonDocument } from '../../src/cli/input/json-document';
import { yamlDocument } from '../../src/cli/input/yaml-document';

const valueOf = (text: string) => yamlDocument(`x: ${text}\n`, 'a.yaml').value as { x: unknown };

test.each<[string, unknown]>([
  ['!Ref A', { Ref: 'A' }],
  ['!Condition A', { Condition: 'A' }],
  ['!Sub "${A}-b"', { 'Fn::Sub': '${A}-b' }],
  ['!Sub ["${A}", { A: !Ref B }]', { 'Fn::Sub': ['${A}', { A: { Ref: 'B' } }] }],
  ['!Sub |\n  ${A}\n  b', { 'Fn::Sub': '${A}\nb\n' }],
  ['!GetAtt A.Arn', { 'Fn::GetAtt': ['A', 'Arn'] }],
  ['!GetAtt A.Outputs.B', { 'Fn::GetAtt': ['A', 'Outputs.B'] }],
  ['!GetAtt [A, Arn]', { 'Fn::GetAtt': ['A', 'Arn'] }],
  ['!If [C, 1, !Ref "AWS::NoValue"]', { 'Fn::If': ['C', 1, { Ref: 'AWS::NoValue' }] }],
  ['!Join ["-", [a, !Ref B]]', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }],
  ['!Select [0, !Split [",", "a,b"]]', { 'Fn::Select': [0, { 'Fn::Split': [',', 'a,b'] }] }],
  ['!FindInMap [M, !Ref "AWS::Region", K]', { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'K'] }],
  ['!ImportValue\n  Fn::Sub: "${A}"', { 'Fn::ImportValue': { 'Fn::Sub': '${A}' } }],
  ['!Base64 text', { 'Fn::Base64': 'text' }],
  ['!Cidr [a, 2, 8]', { 'Fn::Cidr': ['a', 2, 8] }],
  ['!GetAZs ""', { 'Fn::GetAZs': '' }],
  ['!GetAZs', { 'Fn::GetAZs': '' }],
  ['!And [!Condition A, !Not [!Equals [a, b]]]', { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }] }],
  ['!Or [!Condition A, !Condition B]', { 'Fn::Or': [{ Condition: 'A' }, { Condition: 'B' }] }],
  ['!Transform { Name: "AWS::Include" }', { 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['!Length [a]', { 'Fn::Length': ['a'] }],
  ['!ToJsonString { a: 1 }', { 'Fn::ToJsonString': { a: 1 } }],
  ['!Ref 012345678901', { Ref: '012345678901' }],
])('%s is short for the function', (text, long) => {
  expect(valueOf(text)).toEqual({ x: long });
});

test.each<[string, unknown]>([
  ['yes', true], ['off', false], ['True', true], ['"yes"', 'yes'],
  ['012345678901', '012345678901'], ['111122223333', 111122223333], ['1.10', '1.10'], ['2012-10-17', '2012-10-17'], ['5:30', '5:30'],
  ['~', null], ['', null], ['7', 7], ['"7"', '7'], ['99999999999999999999', '99999999999999999999'],
])('%j is read as CloudFormation reads it', (text, value) => {
  expect(valueOf(text)).toEqual({ x: value });
});

describe('brackets and quotes continue and end in any column', () => {
  test.each<[string, string, unknown]>([
    ['items in the column of the key', 'Tags: [\n{ Key: a },\n{ Key: b }\n]\nName: x\n', { Tags: [{ Key: 'a' }, { Key: 'b' }], Name: 'x' }],
    ['a list that closes left of its key', '- Tags: [{\n  "Key": "a"\n }]\n- b\n', [{ Tags: [{ Key: 'a' }] }, 'b']],
    ['JSON in column 1', 'a:\n  b: {\n"c": [\n"d"\n]\n}\n  e: f\n', { a: { b: { c: ['d'] }, e: 'f' } }],
    ['a quote that closes at its key', 'a:\n  b: !Sub \'{\n      "c": 1\n  }\'\n  d: e\n', { a: { b: { 'Fn::Sub': '{ "c": 1 }' }, d: 'e' } }],
    ['double quotes that continue left of the key', 'a:\n    b: "c\n  d"\n', { a: { b: 'c d' } }],
    ['plain text in brackets', 'a:\n  b: [c\nd, e]\n', { a: { b: ['c d', 'e'] } }],
    ['brackets that begin in the column of the key', 'a:\n[\n b\n]\nc:\n{ d: e }\n', { a: ['b'], c: { d: 'e' } }],
    ['quotes that begin in the column of the key', 'a:\n# why\n"b"\n"c": d\n', { a: 'b', c: 'd' }],
    ['a key in quotes after a key without a value', 'a:\n"b" : c\n', { a: null, b: 'c' }],
  ])('%s', (_, text, value) => {
    expect(yamlDocument(text, 'a.yaml').value).toEqual(value);
  });

  test('but not after the document ends', () => {
    expect(() => yamlDocument('a: [\n---\n]\n', 'a.yaml')).toThrow('\'a.yaml\' is not valid YAML');
  });
});

test.each([
  ['a: |\n  b', 'b'], ['a: |\n  b\n', 'b\n'], ['a: |+\n  b\n\n', 'b\n\n'], ['a: >\n  b\n  c', 'b c'],
])('%j: a block ends with the file', (text, value) => {
  expect(yamlDocument(text, 'a.yaml').value).toEqual({ a: value });
});

test('a key can have an anchor, and quotes make a key of two angle brackets', () => {
  expect(yamlDocument('&k a: 1\nb: *k\n"<<": { c: d }\n', 'a.yaml').value).toEqual({ 'a': 1, 'b': 'a', '<<': { c: 'd' } });
});

test('names stay unchanged', () => {
  expect(Object.keys(yamlDocument('on: 1\n010: 2\n__proto__: 3\n', 'a').value as object)).toEqual(['on', '010', '__proto__']);
});

test('aliases and merges are expanded, and closer keys have priority', () => {
  const text = 'base: &b { a: 1, b: 2 }\nx: { <<: *b, b: 3 }\ny: { b: 4, <<: [*b, { c: 5 }] }\nz: *b\n';
  expect(yamlDocument(text, 'a').value).toEqual({ base: { a: 1, b: 2 }, x: { a: 1, b: 3 }, y: { a: 1, b: 4, c: 5 }, z: { a: 1, b: 2 } });
});

describe('positions', () => {
  const YAML = `Resources:
  A:
    Properties:
      List:
        - One: 1
        - !If
          - C
          - Two.dotted: 2
          - Three: !Sub x
`;
  const JSON_TEXT = '{ "Resources": {\r\n  "A": { "Properties": { "List": [\n    { "One": "\\"]" }, { "Fn::If": [ "C", { "Two.dotted" : 2 },\n { "Three": null } ] } ] } } } }';

  test.each<[string, string, string, string]>([
    ['', '', '2:3', '2:3'],
    ['P', 'List', '4:7', '2:26'],
    ['P', 'List[0]', '5:11', '3:5'],
    ['P', 'List[0].One', '5:11', '3:7'],
    ['P', 'List[0].Missing', '5:11', '3:5'],
    ['P', 'List[1].Fn::If[1].Two.dotted', '8:13', '3:44'],
    ['P', 'List[1].Fn::If[2].Three', '9:13', '4:4'],
    ['P', 'List[7]', '4:7', '2:26'],
    ['P', 'Missing', '3:5', '2:10'],
  ])('%s %s', (properties, path, yaml, json) => {
    const at = ({ positions }: Document) => {
      const { line, column } = positions().at(['Resources', 'A', ...properties ? ['Properties'] : []], path);
      return `${line}:${column}`;
    };
    expect([at(yamlDocument(YAML, 'a')), at(jsonDocument(JSON_TEXT, 'a', () => JSON_TEXT))]).toEqual([yaml, json]);
  });
});
