import { folderWith, run } from './binary';
import { FAULTY_YAML, ONE_RULE, VAULT_YAML } from './templates';

const MARKDOWN = [...ONE_RULE, '--format', 'markdown'];

test('a report in Markdown is a table', () => {
  const { code, out } = run(['check', 'a.yaml', ...MARKDOWN], { cwd: folderWith({ 'a.yaml': FAULTY_YAML }) });
  expect(code).toBe(1);
  expect(out).toMatch(/^## AWS Backup\n\n1 error, 0 warnings in 2 resources of 1 template; 0 unknown values\n\n\| level \| rule \| place \| resource \| finding \|\n\| --- /);
  expect(out).toContain('\n| error | [Backup-RuleFitsVaultLock](https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html) | a.yaml:14:15 | Plan | rule \'daily\': ');
});

test('a report without findings has no table', () => {
  expect(run(['check', 'a.yaml', ...MARKDOWN], { cwd: folderWith({ 'a.yaml': VAULT_YAML }) }).out)
    .toBe('## AWS Backup\n\n0 errors, 0 warnings in 1 resource of 1 template; 0 unknown values\n');
});

test('names are neither links, nor HTML, nor cells', () => {
  const text = FAULTY_YAML.replace('  Plan:', '  "[x](https://example.com) | <img src=x> `a` @b\\n::error::c":');
  const { out } = run(['check', 'a.yaml', ...MARKDOWN], { cwd: folderWith({ 'a.yaml': text }) });
  expect(out).toContain(' | &#91;x&#93;&#40;https&#58;//example.com&#41; &#124; &#60;img src=x&#62; &#96;a&#96; &#64;b&#92;u000a::error::c | ');
});

test('a report is shorter than a summary can be', () => {
  const vaults = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`V${index}`, { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: `bad name ${index}!` } }]));
  const { out } = run(['check', 'a.json', '--format', 'markdown'], { cwd: folderWith({ 'a.json': JSON.stringify({ Resources: vaults }) }) });
  expect(Buffer.byteLength(out)).toBeGreaterThan(890 * 1024);
  expect(Buffer.byteLength(out)).toBeLessThan(1024 * 1024);
  expect(out).toMatch(/\n\n\d+ more findings are not shown\.\n$/);
});
