import { type OptionValues, Command, CommanderError, Option } from 'commander';
import { type CheckArguments, packsNamed, ruleNamed } from './arguments';
import { type ExitCode, check } from './check';
import { InputError } from './input-error';
import { FORMAT_NAMES, FORMATS } from './report/formats';
import { listOfRules, ruleInText } from './rule-text';
import { type Terminal, terminalOf } from './terminal';
import { packageVersion } from './version';
import { type PackOption, PACK_OPTIONS } from '../checks/check-options';
import { PACK_NAMES } from '../checks/pack-name';

const EXAMPLES = `
Examples:
  cdk-compliant-backup check template.yaml
  cdk-compliant-backup check cdk.out --pack ValidityChecks --pack CoverageChecks
  cdk-compliant-backup check network.yaml data.yaml backup.yaml --params production.json --region eu-west-1
  cdk-compliant-backup check templates/ --format sarif --output backup.sarif
  cdk-compliant-backup check cdk.out --baseline backup-baseline.json

Exit codes: 0 no errors, 1 errors (with --fail-on warning also warnings), 2 something cannot be read or an option is wrong.`;

/** Runs the command line. */
export function main() {
  const terminal = terminalOf(process.stdout, process.stderr, process.env);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader can stop early, as `head` does
    if (error.code === 'EPIPE') { return; }
    terminal.err(`The command cannot write to the standard output (${error.code}).\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => process.exit(2));
  process.exitCode = run(process.argv.slice(2), terminal);
}

function run(argv: readonly string[], terminal: Terminal): ExitCode {
  let code: ExitCode = 0;
  try {
    programOf(terminal, (exitCode) => { code = exitCode; }).parse(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) { return error.exitCode === 0 ? 0 : 2; }
    terminal.progress();
    terminal.err(`${sentenceOf(error)}\n`);
    return 2;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof InputError) { return error.message; }
  return (error as NodeJS.ErrnoException).syscall === 'uv_cwd'
    ? 'The working directory does not exist.'
    : `This is an error in cdk-compliant-backup. Report it: ${String(error)}`;
}

function programOf(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const program = new Command('cdk-compliant-backup')
    .description('Checks CloudFormation templates for mistakes in their AWS Backup resources')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .showHelpAfterError('(add --help for the options)')
    .addHelpText('after', EXAMPLES);
  addCheck(program, terminal, exit);
  program.command('rules')
    .description('list the rules with their level and packs')
    .option('--pack <name>', 'list only the rules of this pack (repeatable)', collect)
    .action(({ pack }: { readonly pack?: readonly string[] }) => { terminal.out(listOfRules(packsNamed(pack))); });
  program.command('explain <rule-id>')
    .description('print what a rule checks, why, and how to fix a finding')
    .action((id: string) => { terminal.out(ruleInText(ruleNamed(id))); });
  return program;
}

function addCheck(program: Command, terminal: Terminal, exit: (code: ExitCode) => void) {
  const command = program.command('check <path...>')
    .description('check templates (JSON or YAML; - reads the standard input), directories of templates, and cdk.out directories, together as one application')
    .option('--pack <name>', `apply this pack (repeatable): ${PACK_NAMES.join(', ')} (default: BackupChecks, which has all rules)`, collect)
    .option('--include <rule-id>', 'apply only this rule (repeatable)', collect)
    .option('--exclude <rule-id>', 'do not apply this rule (repeatable)', collect)
    .option('--level <rule-id=level>', 'make a rule an error or a warning (repeatable)', collect)
    .addOption(new Option('--format <format>', `how to write the report: ${FORMAT_NAMES.map((name) => `${name} (${FORMATS[name].help})`).join(', ')}`).choices(FORMAT_NAMES).default('text'))
    .option('--output <file>', 'write the report to a file')
    .option('--config <file>', 'the options of the packs in JSON or YAML, by their names in the CDK; options of the command line replace them')
    .option('--params <file>', 'values of parameters, in the format of CloudFormation or CodePipeline, or a map')
    .option('--region <region>', 'the Region of templates that do not state one')
    .option('--account <id>', 'the account of templates that do not state one')
    .option('--baseline <file>', 'fail only on findings that this file does not contain')
    .option('--update-baseline', 'accept all findings: record them in the baseline')
    .option('--skip-other-files', 'ignore named files that are not templates, as the command does in a directory')
    .option('--strict', 'report unknown values, such as a parameter without a value')
    .addOption(new Option('--fail-on <level>', 'the lowest level of a finding that makes the exit code 1').choices(['error', 'warning']).default('error'));
  const options = [...PACK_OPTIONS].map(([name, row]) => [name, commanderOption(row)] as const);
  for (const [, option] of options) { command.addOption(option); }
  command.action((paths: readonly string[], given: Omit<CheckArguments, 'options'> & OptionValues) => {
    exit(check(paths, { ...given, options: Object.fromEntries(options.map(([name, option]) => [name, given[option.attributeName()]])) }, terminal));
  });
}

function commanderOption({ flag, kind, help }: PackOption): Option {
  const option = new Option(flag, help);
  if (kind === 'answer') { return option.choices(['yes', 'no']); }
  return kind === 'list' ? option.argParser(collect) : option;
}

/** Both `--pack A --pack B` and `--pack A,B`. */
function collect(text: string, others: readonly string[] = []): readonly string[] {
  return [...others, ...text.split(',').filter((each) => each !== '')];
}
