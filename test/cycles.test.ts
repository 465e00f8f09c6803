import { cycleIn, waitsFor } from './cycles';

describe('a cycle is found', () => {
  test.each<[string, object, object]>([
    ['by Ref and DependsOn', { Properties: { Topic: { Ref: 'B' } } }, { DependsOn: 'A' }],
    ['by Fn::GetAtt and a list of DependsOn', { Properties: { Arns: [{ 'Fn::GetAtt': ['B', 'Arn'] }] } }, { DependsOn: ['C', 'A'] }],
    ['by Fn::GetAtt in one text', { Properties: { Arn: { 'Fn::GetAtt': 'B.Arn' } } }, { Properties: { Name: { Ref: 'A' } } }],
    ['by Fn::Sub', { Properties: { Arn: { 'Fn::Sub': 'arn:${AWS::Partition}:${B.Arn}' } } }, { Properties: { Name: { 'Fn::Sub': '${A}-x' } } }],
    ['by the variables of Fn::Sub', { Properties: { Arn: { 'Fn::Sub': ['${Other}', { Other: { Ref: 'B' } }] } } }, { DependsOn: 'A' }],
  ])('%s', (_, a, b) => {
    expect(cycleIn({ Resources: { A: a, B: b, C: {} } })).toEqual(['A', 'B', 'A']);
  });

  test('over several resources', () => {
    expect(cycleIn({ Resources: { Start: { DependsOn: 'A' }, A: { DependsOn: 'B' }, B: { DependsOn: 'C' }, C: { DependsOn: 'A' } } })).toEqual(['A', 'B', 'C', 'A']);
  });
});

test('two paths to the same resource are not a cycle', () => {
  const resources = { A: { DependsOn: ['B', 'C'] }, B: { DependsOn: 'D' }, C: { DependsOn: 'D' }, D: {} };
  expect(cycleIn({ Resources: resources })).toBeUndefined();
  expect(waitsFor(resources.A, resources)).toEqual(['B', 'C']);
});

test('text that only looks like a reference is not one', () => {
  const properties = { Text: 'B', Region: { Ref: 'AWS::Region' }, Literal: { 'Fn::Sub': '${!B}' } };
  expect(cycleIn({ Resources: { A: { Properties: properties }, B: { DependsOn: 'A' } } })).toBeUndefined();
});
