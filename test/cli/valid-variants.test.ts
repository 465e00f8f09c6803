import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../src/checks/evaluate';
import { RULES } from '../../src/checks/rules';
import { yamlDocument } from '../../src/cli/input/yaml-document';
import { BackupInventory } from '../../src/inventory';

type Json = Readonly<Record<string, unknown>>;

const VALID = yamlDocument(readFileSync(join(__dirname, 'valid-template.yaml'), 'utf8'), 'valid.yaml').value as { readonly Resources: Readonly<Record<string, Json>> } & Json;

function errorsIn(template: unknown): string[] {
  return evaluate(BackupInventory.of([{ id: 'Stack', template }]), RULES, {}).findings
    .filter(({ level }) => level === 'error').map(({ rule, address, message }) => `${rule.id} ${address.logicalId} ${address.path}: ${message}`);
}

/** The template with another value for each text and number of the properties of AWS Backup. */
function withEach(made: (value: unknown) => unknown, more: Json = {}): unknown {
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) { return value.map(inner); }
    if (typeof value !== 'object' || value === null) { return made(value); }
    const [name = ''] = Object.keys(value);
    return name === 'Ref' || name.startsWith('Fn::') ? made(value) : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inner(each)]));
  };
  const resources = Object.entries(VALID.Resources).map(([id, resource]) => [
    id, String(resource.Type).startsWith('AWS::Backup::') ? { ...resource, Properties: inner(resource.Properties) } : resource,
  ]);
  return { ...VALID, ...more, Resources: Object.fromEntries(resources) as unknown };
}

const GIVEN = { Type: 'String' };
const conditions = { ...VALID.Conditions as Json, Perhaps: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] } };
const parameters = { ...VALID.Parameters as Json, Given: GIVEN, Kept: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/backup/value' } };

test.each<[string, unknown]>([
  ['as it is', VALID],
  ['parameters everywhere', withEach(() => ({ Ref: 'Given' }), { Parameters: parameters })],
  ['parameters of the Systems Manager everywhere', withEach(() => ({ Ref: 'Kept' }), { Parameters: parameters })],
  ['imports everywhere', withEach(() => ({ 'Fn::ImportValue': 'other-stack' }))],
  ['dynamic references everywhere', withEach(() => '{{resolve:ssm:/backup/value}}')],
  ['functions that are not known everywhere', withEach(() => ({ 'Fn::Cidr': ['10.0.0.0/16', 2] }))],
  ['values of mappings by what is not known', withEach(() => ({ 'Fn::FindInMap': ['Stages', { Ref: 'Given' }, 'Schedule'] }), { Parameters: parameters })],
  ['each value perhaps, and perhaps none', withEach((value) => ({ 'Fn::If': ['Perhaps', value, { Ref: 'AWS::NoValue' }] }), { Parameters: parameters, Conditions: conditions })],
  ['each value in either case', withEach((value) => ({ 'Fn::If': ['Perhaps', value, value] }), { Parameters: parameters, Conditions: conditions })],
  ['each text by Sub', withEach((value) => (typeof value === 'string' ? { 'Fn::Sub': value } : value))],
  ['each number as a text', withEach((value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value))],
  ['with macros, loops and rules', {
    ...VALID,
    Transform: ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'],
    Globals: { Function: { Timeout: 3 } },
    Rules: { Place: { Assertions: [{ Assert: { 'Fn::Contains': [['eu-west-1'], { Ref: 'AWS::Region' }] } }] } },
    Resources: {
      ...VALID.Resources,
      'Fn::ForEach::Vaults': ['Name', ['one', 'two'], { 'Vault${Name}': { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: { 'Fn::Sub': 'vault-${Name}' } } } }],
      'Included': { Type: 'AWS::Backup::BackupPlan', Properties: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/plan.yaml' } } } },
      'Function': { Type: 'AWS::Serverless::Function', Properties: { Handler: 'index.handler', Runtime: 'nodejs22.x', InlineCode: '' } },
    },
  }],
])('a valid template has no error: %s', (_, template) => {
  expect(errorsIn(template)).toEqual([]);
});
