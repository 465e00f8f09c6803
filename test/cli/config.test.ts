import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, run } from './binary';
import { FAULTY_YAML, OPEN_YAML } from './templates';
import { rulesOf } from '../../src/checks/rules-of-packs';

const TOO_LARGE = ' '.repeat(5 * 1024 * 1024 + 1);
const COMMAND = ['check', 'a.yaml', '--config', 'config.yaml'];

/** Runs the command with a file of options. */
function checked(config: string, args: readonly string[] = [], template = FAULTY_YAML) {
  return run([...COMMAND, ...args], { cwd: folderWith({ 'a.yaml': template, 'config.yaml': config }) });
}

describe('options in a file', () => {
  test.each<[string, string, number, string]>([
    ['include', 'include: [Backup-RuleFitsVaultLock]', 1, '1 error, 0 warnings'],
    ['the member of RuleId', 'include: [RULE_FITS_VAULT_LOCK]', 1, '1 error, 0 warnings'],
    ['levels', 'include: [RuleFitsVaultLock]\nlevels: { Backup-RuleFitsVaultLock: warning }', 0, '0 errors, 1 warning'],
    ['JSON', '{ "include": ["Backup-RuleFitsVaultLock"], "levels": { "RULE_FITS_VAULT_LOCK": "warning" } }', 0, '0 errors, 1 warning'],
    ['a limit that the plan keeps', 'include: [RuleMinRetention]\nminRetention: 7', 0, '0 errors, 0 warnings'],
    ['a limit that the plan does not keep', 'include: [RuleMinRetention]\nminRetention: 8', 1, '1 error, 0 warnings'],
    ['packs and exclude', 'packs: [DynamoDbChecks]\nexclude: []', 0, '0 errors, 0 warnings'],
  ])('%s', (_, config, code, conclusion) => {
    expect(checked(config)).toEqual({ code, err: '', out: expect.stringContaining(conclusion) });
  });

  test('strict reports unknown values', () => {
    expect(checked('include: [RuleFitsVaultLock]\nstrict: true', [], OPEN_YAML).out).toContain('1 error, 0 warnings');
    expect(checked('include: [RuleFitsVaultLock]\nstrict: false', [], OPEN_YAML).out).toContain('0 errors, 0 warnings');
  });

  test('the command line replaces them', () => {
    const config = 'include: [RuleMinRetention]\nminRetention: 8\nlevels: { RuleMinRetention: warning }';
    expect(checked(config).out).toContain('0 errors, 1 warning');
    expect(checked(config, ['--min-retention', '7']).out).toContain('0 errors, 0 warnings');
    expect(checked(config, ['--level', 'RuleMinRetention=error']).out).toContain('1 error, 0 warnings');
    expect(checked(config, ['--include', 'RuleFitsVaultLock']).out).toContain('error Backup-RuleFitsVaultLock');
  });

  test.each<[string, string]>([
    ['minRetentoin: 7', '\'config.yaml\': unknown option \'minRetentoin\'. Did you mean \'minRetention\'?\n'],
    ['pack: [ValidityChecks]', '\'config.yaml\': unknown option \'pack\'. Did you mean \'packs\'?\n'],
    ['minRetention: 0', '\'config.yaml\': \'minRetention\' must be a whole number of days from 1 to 999999, got 0.\n'],
    ['minRetention: 1000000', '\'config.yaml\': \'minRetention\' must be a whole number of days from 1 to 999999, got 1000000.\n'],
    ['strict: maybe', '\'config.yaml\': \'strict\' must be true or false, got "maybe".\n'],
    ['requiredCopyAccounts: [111122223333]', '\'config.yaml\': \'requiredCopyAccounts\' must be a list of strings in quotes, got [111122223333].\n'],
    ['requiredCopyAccounts: [\'123\']', '\'requiredCopyAccounts\' of \'config.yaml\' must'],
    ['minRetention: 30\nmaxRetention: 7', '\'maxRetention\' of \'config.yaml\' must not be less than \'minRetention\' of \'config.yaml\' (30 days), got 7 days. Raise it, or leave it out.\n'],
    ['exemptTagValue: none', '\'config.yaml\': \'exemptTagKey\' must be set with \'exemptTagValue\', got none. Set the key of the tag.\n'],
    ['levels: { RuleFitsVaultLock: fatal }', '\'config.yaml\': \'levels\' must contain \'error\' or \'warning\', got \'fatal\' for \'RuleFitsVaultLock\'. '
      + 'Write one of them, or leave out the rule with \'exclude\'.\n'],
    ['exclude: [FitsVaultLock]', '\'config.yaml\': Unknown rule \'FitsVaultLock\'. Did you mean Backup-CopyFitsVaultLock or Backup-RuleFitsVaultLock?\n'],
    ['packs: [Nope]', '\'config.yaml\': Unknown pack \'Nope\'. Choose one of '],
    ['strict: true\nstrict: false', '\'config.yaml\' must have \'strict\' once, got it twice. Delete one of them.\n'],
    ['- strict', '\'config.yaml\' must be an object with options of packs, such as \'exclude\', got something else.\n'],
    ['packs: []', 'The options must leave at least one rule, got none. Exclude fewer rules, or include one of the packs.\n'],
    [' ', '\'config.yaml\' is empty.\n'],
    [TOO_LARGE, '\'config.yaml\' must not be larger than 5 MiB, got 5 MiB.'],
  ])('fails, and says why: %#', (config, message) => {
    const { code, out, err } = checked(config);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  describe('rules and packs', () => {
    const rules = 'include: [RuleFitsVaultLock]\nexclude: [CopyElsewhere]\nlevels: { RuleFitsVaultLock: warning, CopyElsewhere: error }';

    test('a rule must be one of the packs of the file', () => {
      expect(checked(`packs: [RetentionChecks, CoverageChecks]\n${rules}`)).toEqual({
        code: 2,
        out: '',
        err: '\'include\' of \'config.yaml\' must contain rules of RetentionChecks or CoverageChecks, got \'Backup-RuleFitsVaultLock\'. Leave it out.\n'
          + '\'exclude\' of \'config.yaml\' must contain rules of RetentionChecks or CoverageChecks, got \'Backup-CopyElsewhere\'. Leave it out.\n'
          + ['RuleFitsVaultLock', 'CopyElsewhere'].map((id) => '\'levels\' of \'config.yaml\' must name rules of RetentionChecks or CoverageChecks by their ids, such as '
            + `'${rulesOf('RetentionChecks')[0].id}', got 'Backup-${id}'. Name one of them, or leave it out.\n`).join(''),
      });
      expect(checked(`packs: [ValidityChecks, ResilienceChecks]\n${rules}`)).toMatchObject({ code: 0, err: '' });
      expect(checked(rules)).toMatchObject({ code: 0, err: '' });
    });

    test('the command line can apply fewer packs than the file', () => {
      expect(checked(rules, ['--pack', 'ValidityChecks'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('0 errors, 1 warning') });
      expect(checked(`packs: [ValidityChecks, ResilienceChecks]\n${rules}`, ['--pack', 'ValidityChecks'])).toMatchObject({ code: 0, err: '' });
    });

    test('the command line cannot make a wrong file valid', () => {
      expect(checked('packs: [RetentionChecks]\nexclude: [CopyElsewhere]', ['--pack', 'ResilienceChecks'])).toEqual({
        code: 2, out: '', err: '\'exclude\' of \'config.yaml\' must contain rules of RetentionChecks, got \'Backup-CopyElsewhere\'. Leave it out.\n',
      });
    });

    test('rules that the command line replaces are not checked', () => {
      expect(checked('packs: [ValidityChecks]\nexclude: [CopyElsewhere]', ['--exclude', 'CopyFitsVaultLock', '--include', 'RuleFitsVaultLock'])).toMatchObject({ code: 1, err: '' });
    });

    test('a rule of the command line must be one of the packs of the file', () => {
      expect(checked('packs: [ValidityChecks]', ['--exclude', 'CopyElsewhere'])).toEqual({
        code: 2, out: '', err: '\'--exclude\' must contain rules of ValidityChecks, got \'Backup-CopyElsewhere\'. Leave it out.\n',
      });
    });

    test('a pack that does not exist might have any rule', () => {
      const { code, err } = checked('packs: [ValidityChecks, Nope]\nexclude: [CopyElsewhere]', ['--level', 'CopyElsewhere=error']);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^'config\.yaml': Unknown pack 'Nope'\. [^\n]*\n$/) });
    });
  });

  test('a file that does not exist is an error', () => {
    expect(run(COMMAND, { cwd: folderWith({ 'a.yaml': FAULTY_YAML }) })).toEqual({ code: 2, out: '', err: '\'config.yaml\' does not exist.\n' });
  });

  test('the report does not overwrite the file', () => {
    const cwd = folderWith({ 'a.yaml': FAULTY_YAML, 'config.yaml': 'strict: true' });
    expect(run([...COMMAND, '--output', 'config.yaml'], { cwd })).toMatchObject({ code: 2, err: '\'config.yaml\' is also an input. Write to another file.\n' });
    expect(readFileSync(join(cwd, 'config.yaml'), 'utf8')).toBe('strict: true');
  });
});
