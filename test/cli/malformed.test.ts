import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, run } from './binary';
import { VAULT_YAML } from './templates';
import { unreadable } from '../../src/cli/input/read-text';

const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghijkl'].map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghijk'[index]}`).join(', ')}]`),
  'Resources: { Plan: { Type: AWS::Backup::BackupPlan, Properties: { BackupPlan: *l } } }'].join('\n');

const DEEP = 100_000;

const FILES: Readonly<Record<string, string>> = {
  'empty.yaml': '',
  'spaces.json': ' \n',
  'broken.yaml': 'Resources:\n  A: [1, 2\n  B: }\n',
  'broken.json': '{"Resources": {"A": }}',
  'cut.json': '{"Resources": {"A": {"b": "c',
  'text.yaml': 'only text\n',
  'list.json': '[1, 2]',
  'resources.yaml': 'Resources: []\n',
  'service.yaml': 'apiVersion: v1\nkind: Service\n',
  'two.yaml': 'Resources: {}\n---\nResources: {}\n',
  'binary.json': '\u0000\u0001\u0002',
  'bomb.yaml': BOMB,
  'itself.yaml': 'Resources: &a\n  A: *a\n',
  'nowhere.yaml': 'Resources:\n  A: *nope\n',
  'deep.json': `{"Resources":{"A":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`,
  'deep.yaml': `Resources:\n  A: ${'['.repeat(DEEP)}`,
  'dashes.yaml': `Resources:\n  A:\n    ${'- '.repeat(DEEP)}`,
  'maps.yaml': `Resources:\n${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`,
  'wide.yaml': `Resources: { A: [${'1,'.repeat(2_000_000)}] }`,
  'name.yaml': 'Resources:\n  ? [a, b]\n  : c\n',
  'large.json': '',
  'no-permission.yaml': VAULT_YAML,
  'directory/readme.md': 'no template',
  'directory/policy.json': '{"Resource": "AWS::Something"}',
  'directory/node_modules/a.yaml': VAULT_YAML,
  'assembly/manifest.json': '{"version":"1","artifacts":{"S":{"type":"aws:cloudformation:stack","properties":{"templateFile":"none.json"}}}}',
};

const cwd = folderWith(FILES);
truncateSync(join(cwd, 'large.json'), 50 * 1024 * 1024);
chmodSync(join(cwd, 'no-permission.yaml'), 0);
symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));

test.each<[string, string]>([
  ['empty.yaml', '\'empty.yaml\' is empty.\n'],
  ['spaces.json', '\'spaces.json\' is empty.\n'],
  ['broken.yaml', '\'broken.yaml\' is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ] (line 3, column 6).'],
  ['broken.json', '\'broken.json\' is not valid JSON: Unexpected token \'}\''],
  ['cut.json', '\'cut.json\' is not valid JSON: Unterminated string (line 1, column 29).'],
  ['text.yaml', '\'text.yaml\' is not a CloudFormation template. It has no \'Resources\'.'],
  ['list.json', '\'list.json\' is not a CloudFormation template. It has no \'Resources\'.'],
  ['resources.yaml', '\'resources.yaml\' is not a CloudFormation template. Its \'Resources\' are not an object.'],
  ['service.yaml', '\'service.yaml\' is not a CloudFormation template. It has no \'Resources\'.'],
  ['two.yaml', '\'two.yaml\' is not valid YAML: it contains several documents, and a template must be one document (line 2, column 1).'],
  ['binary.json', '\'binary.json\' must be text in UTF-8, got a binary file or another encoding.'],
  ['bomb.yaml', '\'bomb.yaml\' is not valid YAML: it has more than 500000 values after its aliases are replaced'],
  ['itself.yaml', '\'itself.yaml\' is not valid YAML: the alias \'*a\' has no anchor before it (line 2, column 3).'],
  ['nowhere.yaml', '\'nowhere.yaml\' is not valid YAML: the alias \'*nope\' has no anchor before it (line 2, column 3).'],
  ['deep.json', '\'deep.json\' must have at most 200 nested levels, got more.'],
  ['deep.yaml', '\'deep.yaml\' must have at most 200 nested levels, got more.'],
  ['dashes.yaml', '\'dashes.yaml\' must have at most 200 nested levels, got more.'],
  ['maps.yaml', '\'maps.yaml\' must have at most 200 nested levels, got more.'],
  ['wide.yaml', '\'wide.yaml\' must have at most 1000000 YAML tokens, got more. Divide it among several templates.'],
  ['name.yaml', '\'name.yaml\' is not valid YAML: a key is not a string (line 2, column 5).'],
  ['large.json', '\'large.json\' must not be larger than 5 MiB, got 50 MiB. CloudFormation accepts templates of at most 1 MiB.'],
  ['directory', '\'directory\' must contain CloudFormation templates (.json, .yaml, .yml, .template), got a directory without any. Name another directory.'],
  ['assembly', '\'assembly/none.json\' does not exist.'],
  ['missing.yaml', '\'missing.yaml\' does not exist.'],
  ['empty.yaml/below.yaml', '\'empty.yaml/below.yaml\' does not exist, because a part of its path is not a directory.'],
  ['loop.yaml', '\'loop.yaml\' is a symbolic link to itself.'],
  ['/dev/null', '\'/dev/null\' is neither a file nor a directory.'],
  ['/dev/no-file.yaml', '\'/dev/no-file.yaml\' does not exist.'],
  ['../no-file.yaml', '\'../no-file.yaml\' does not exist.'],
])('fails on %s with a sentence', (file, sentence) => {
  // 200 MB are four times the memory for a small template
  const { code, out, err } = run(['check', file], { cwd, node: ['--max-old-space-size=200'] });
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n +at |an error in cdk-compliant-backup/);
  expect(err.split('\n')).toHaveLength(2);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

(process.getuid?.() === 0 ? test.skip : test)('fails without permission', () => {
  expect(run(['check', 'no-permission.yaml'], { cwd })).toEqual({ code: 2, out: '', err: '\'no-permission.yaml\' cannot be read: permission denied.\n' });
});

test('gives the reason why a file cannot be read', () => {
  expect(unreadable('a.yaml', { code: 'EACCES' }).message).toBe('\'a.yaml\' cannot be read: permission denied.');
});

test('reports the problems of all inputs', () => {
  expect(run(['check', 'empty.yaml', 'missing.yaml'], { cwd }).err).toBe('\'empty.yaml\' is empty.\n\'missing.yaml\' does not exist.\n');
});

test('a directory with an invalid template fails, and other files are skipped', () => {
  const folder = folderWith({
    'good/a.yaml': VAULT_YAML,
    'good/values.yaml': 'name: {{ .Values.name }}\n',
    'good/policy.json': '{"Statement": []}',
    'good/.hidden.yaml': 'AWS::',
    'bad/a.yaml': VAULT_YAML,
    'bad/b.yaml': 'Resources:\n  A: { Type: AWS::Backup::BackupVault\n',
  });
  mkdirSync(join(folder, 'good', 'nothing'));
  symlinkSync('..', join(folder, 'good', 'round'));
  expect(run(['check', 'good'], { cwd: folder }).out).toContain('of 1 template;');
  expect(run(['check', 'bad'], { cwd: folder })).toMatchObject({ code: 2, err: expect.stringContaining('\'bad/b.yaml\' is not valid YAML') });
});

test('a template with circular references is read', () => {
  const folder = folderWith({
    'circle.yaml': `Parameters: { P: { Type: String, Default: !Ref P } }
Conditions: { A: !Condition B, B: !Condition A }
Resources:
  V: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: !Ref V, LockConfiguration: { MinRetentionDays: !GetAtt V.X } } }
  W: { Type: AWS::Backup::BackupVault, Condition: A, Properties: { BackupVaultName: !Sub '\${X}' } }
  X: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: !Ref W } }
  __proto__: { Type: AWS::Backup::BackupVault }
  N: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: circle.yaml } }
`,
  });
  const { code, err, out } = run(['check', 'circle.yaml', ...['--include', 'Backup-RuleFitsVaultLock']], { cwd: folder });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('in 5 resources of 1 template');
});
