import { readdirSync } from 'fs';
import { join } from 'path';
import { stripVTControlCharacters } from 'util';
import { INTEG_TESTS } from './integ';
import { ACCEPT, changes, committed, SNAPSHOTS, synthesized } from '../scripts/snapshots';

const namesIn = (folder: string) => readdirSync(join(__dirname, folder));

/** This test does not write. Only the command accepts a change. */
test.each(SNAPSHOTS)('$folder contains the templates of its app', (snapshot) => {
  const changed = changes(committed(snapshot), synthesized(snapshot));
  if (changed) { throw new Error(`${snapshot.folder} has changed. Where that is wanted, run "${ACCEPT}" and commit.\n\n${changed}`); }
});

test('every integration test has a snapshot, and every snapshot an app', () => {
  const folders = SNAPSHOTS.map(({ folder }) => folder);
  expect(Object.keys(INTEG_TESTS)).toEqual(namesIn('integ').filter((name) => /^integ\..*\.ts$/.test(name)).sort());
  expect(folders.filter((folder) => folder.startsWith('test/integ/')).map((folder) => folder.slice('test/integ/'.length)).sort())
    .toEqual(namesIn('integ').filter((name) => name.endsWith('.snapshot')).sort());
  expect(folders.filter((folder) => folder.startsWith('test/snapshots/')).map((folder) => folder.slice('test/snapshots/'.length)).sort())
    .toEqual(namesIn('snapshots').sort());
});

test('an integration test deploys a stack of its own', () => {
  for (const snapshot of SNAPSHOTS.filter(({ folder }) => folder.startsWith('test/integ/'))) {
    const files = committed(snapshot);
    const { testCases } = files.get('integ.json') as { readonly testCases: Readonly<Record<string, { readonly stacks: readonly string[] }>> };
    const stacks = Object.values(testCases).flatMap((each) => each.stacks);
    expect(stacks).toHaveLength(1);
    expect([...files.keys()]).toContain(`${stacks[0]}.template.json`);
  }
});

describe('changes are reported', () => {
  const template = (retention: number) => ({
    Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault', LockConfiguration: { MinRetentionDays: retention } } } },
  });
  const files = (content: object, name = 'Stack.template.json') => new Map([[name, content]]);
  const told = (...given: Parameters<typeof changes>) => stripVTControlCharacters(changes(...given)).trim();

  test.each([
    ['nothing', files(template(7)), files(template(7)), ''],
    ['a file more', files({}), new Map([...files({}), ...files({}, 'Other.template.json')]), 'Other.template.json is new'],
    ['a file less', files({}), new Map(), 'Stack.template.json is deleted'],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  test('a property, resource by resource', () => {
    expect(told(files(template(7)), files(template(8))).replace(/ +$/gm, '')).toBe([
      'Stack.template.json',
      'Resources',
      '[~] AWS::Backup::BackupVault Vault',
      ' └─ [~] LockConfiguration',
      '     └─ [~] .MinRetentionDays:',
      '         ├─ [-] 7',
      '         └─ [+] 8',
    ].join('\n'));
  });

  test('differences that CloudFormation ignores', () => {
    const dependent = (...on: string[]) => files({ Resources: { Vault: { Type: 'AWS::Backup::BackupVault', DependsOn: on } } });
    expect(told(dependent('A', 'B'), dependent('B', 'A'))).toMatch(/^Stack\.template\.json\nfrom .*\["A","B"\].*\nto {3}.*\["B","A"\]/);
  });

  test('all changes, regardless of their number', () => {
    const vaults = Array.from({ length: 600 }, (_, index) => [`Vault${index}`, { Type: 'AWS::Backup::BackupVault' }]);
    const lines = told(files({ Resources: {} }), files({ Resources: Object.fromEntries(vaults) })).split('\n');
    expect(lines.filter((line) => line.startsWith('[+] AWS::Backup::BackupVault Vault'))).toHaveLength(600);
  });
});
