import { resolve, sep } from 'path';
import { type CheckArguments, type Chosen, type NamedSettings, chosenBy, chosenByApp } from './arguments';
import { Baseline } from './baseline';
import { fileName, namesBelow } from './file-name';
import { type TemplateSource, BackupInventory } from '../inventory';
import { connectNested } from './input/nested-templates';
import { readPackSettings } from './input/pack-settings';
import { readParameters } from './input/parameters-file';
import type { TemplateFile } from './input/template-file';
import { type Reading, readTemplates } from './input/templates-in';
import { packsOfApp, reportOf } from './input/validation-report';
import { InputError } from './input-error';
import { located, unlocated } from './locate';
import { FORMATS } from './report/formats';
import { type Report, type ReportedFinding, summaryOf } from './report/report';
import { conclusion, counted } from './report/text';
import type { Terminal } from './terminal';
import { packageVersion } from './version';
import { batches, writeWhole } from './whole-file';
import { type Finding, evaluate, joined } from '../checks/evaluate';
import { PACK_NAMES } from '../checks/pack-name';
import { templateObject } from '../inventory/resolve/json';

/** Stands for files that cannot be read: they might add any resource, such as a selection. */
const UNREADABLE: TemplateSource = { id: '', template: { Transform: ['?'], Resources: {} } };

const EXCEEDED: Readonly<Record<BackupInventory['exceeded'][number], string>> = {
  selections: 'The command stopped comparing selections with resources, because there are too many.',
  policies: 'The command stopped comparing policies with requests, because the policies have too many values.',
};

const ADVICE = 'The results of the other comparisons are unknown. Check fewer templates together.';

/** 0: no errors. 1: errors, and with `--fail-on warning` also warnings. 2: an input cannot be read. */
export type ExitCode = 0 | 1 | 2;

/**
 * Checks templates and writes the report.
 *
 * @throws InputError if an input cannot be read or an option is not valid
 */
export function check(paths: readonly string[], given: CheckArguments, terminal: Terminal): ExitCode {
  const byOptions = chosenBy(given, given.config === undefined ? undefined : settingsIn(given.config));
  const parameters = given.params === undefined ? undefined : readParameters(resolve(given.params), fileName(given.params));
  const { files, problems, assemblies, manifests, nameOf } = filesOf(paths, given, parameters, terminal);
  if (problems.length > 0) {
    const sentences = problems.join('\n');
    // A baseline without the findings of these files would be wrong
    if (files.length === 0 || given.updateBaseline) { throw new InputError(sentences); }
    terminal.err(`${sentences}\n`);
  }
  const duplicates = new Set(files.flatMap((file) => file.duplicates));
  if (duplicates.size > 0) { terminal.err(`${[...duplicates].join('\n')}\n`); }
  if (given.params !== undefined) { warnOfUnused(Object.keys(parameters!), files, fileName(given.params), terminal); }
  const chosen = chosenByAppOf(files, assemblies, nameOf, given, terminal) ?? [byOptions];
  const sources = [...files.map(({ source }) => source), ...problems.length > 0 ? [UNREADABLE] : []];
  const inventory = BackupInventory.of(sources);
  const evaluation = joined(chosen.map(({ rules, options, settings }) => evaluate(inventory, rules, options, settings)));
  for (const which of inventory.exceeded) { terminal.err(`${EXCEEDED[which]} ${ADVICE}\n`); }
  const { reported, problems: changed } = located(evaluation.findings.filter(isOpenIn(files)), files);
  const unknown = FORMATS[given.format].listsUnknown
    ? located(evaluation.unknown, files)
    : { reported: unlocated(evaluation.unknown, files), problems: [] };
  const unstable = new Set([...changed, ...unknown.problems]);
  if (unstable.size > 0) { terminal.err(`${[...unstable].join('\n')}\n`); }
  const report: Report = {
    version: packageVersion(),
    packs: [...new Set(chosen.flatMap(({ packs }) => packs))],
    rules: [...new Set(chosen.flatMap(({ rules }) => rules))],
    templates: [...new Map(files.map(({ name, resources }) => [name, { file: name, resources: Object.keys(resources).length }])).values()],
    findings: eachOnce(reported, files),
    unknown: eachOnce(unknown.reported, files),
  };
  const inputs = inputsOf(files, [...manifests, ...assemblies.map(reportOf)], given);
  const whole = compare(report, given, inputs, terminal);
  // Findings of files that cannot be read are not fixed
  const compared = problems.length > 0 && whole.fixed ? { ...whole, fixed: [] } : whole;
  write(compared, given, inputs, terminal);
  if (problems.length > 0 || unstable.size > 0) { return 2; }
  const { errors, warnings } = summaryOf(compared);
  return errors > 0 || (given.failOn === 'warning' && warnings > 0) ? 1 : 0;
}

function settingsIn(config: string): NamedSettings {
  const name = fileName(config);
  return { name, settings: readPackSettings(resolve(config), name) };
}

/** What the packs of an app apply, if the app is everything that is checked, and nothing else is chosen. */
function chosenByAppOf(
  files: readonly TemplateFile[], assemblies: readonly string[], nameOf: (path: string) => string, given: CheckArguments, terminal: Terminal,
): readonly Chosen[] | undefined {
  const [assembly, ...others] = assemblies;
  const isChosen = given.config !== undefined || given.pack !== undefined || given.include !== undefined;
  if (isChosen || assembly === undefined || others.length > 0 || !files.every(({ path }) => path.startsWith(assembly + sep))) { return undefined; }
  const packs = packsOfApp(assembly, nameOf);
  if (packs.length === 0) { return undefined; }
  const report = nameOf(reportOf(assembly));
  const names = [...new Set(packs.map(({ pack }) => pack))].join(', ');
  terminal.err(`The command applies ${names} with the options of the app, from '${report}'.\n`);
  return chosenByApp(given, packs, report);
}

interface Files extends Pick<Reading, 'problems' | 'assemblies' | 'manifests'> {
  readonly files: readonly TemplateFile[];
  /** Returns the name of a file in the report. */
  nameOf(path: string): string;
}

function filesOf(paths: readonly string[], given: CheckArguments, parameters: object | undefined, terminal: Terminal): Files {
  const { account, region, skipOtherFiles: skipOthers = false } = given;
  const nameOf = namesBelow(paths);
  const { templates, problems, assemblies, manifests } = readTemplates(paths, { nameOf, progress: (count) => terminal.progress(`${count} templates read`), skipOthers });
  terminal.progress();
  // A nested stack has the account and Region of its parent, and only the parameters that its parent passes
  const deployed = templates.map((file) => (file.facts.parent ? file : file.with({
    account: file.facts.account ?? account,
    region: file.facts.region ?? region,
    ...parameters && { parameters: { ...file.facts.parameters, ...parameters } },
  })));
  return { files: connectNested(deployed, paths.map((path) => resolve(path)), nameOf), problems, assemblies, manifests, nameOf };
}

/** Whether the finding is not acknowledged. An acknowledgment can have the name of a pack. */
function isOpenIn(files: readonly TemplateFile[]): (finding: Finding) => boolean {
  const byId = new Map(files.map(({ id, facts }) => [id, facts.acknowledged]));
  return ({ rule: { id }, address }) => !byId.get(address.sourceId)?.has(address.logicalId, [id, ...PACK_NAMES.map((pack) => `${pack}::${id}`)]);
}

/** Several templates can share the file. Only parameters that no template has are wrong. */
function warnOfUnused(given: readonly string[], files: readonly TemplateFile[], file: string, terminal: Terminal) {
  const declared = new Set(files.filter(({ facts }) => !facts.parent).flatMap(({ template }) => Object.keys(templateObject(template.Parameters))));
  const unused = given.filter((name) => !declared.has(name));
  if (unused.length === 0) { return; }
  const names = unused.map((name) => `'${name}'`).join(', ');
  terminal.err(unused.length === 1
    ? `'${file}' has a value for ${names}, which is not a parameter of any template. CloudFormation rejects it.\n`
    : `'${file}' has values for ${names}, which are not parameters of any template. CloudFormation rejects them.\n`);
}

/** Stacks of the same file usually have the same findings. Of those that read the same, one is shown. Different values of one place are all shown. */
function eachOnce(findings: readonly ReportedFinding[], files: readonly TemplateFile[]): readonly ReportedFinding[] {
  const severalStacks = namesOfSeveral(files);
  if (severalStacks.size === 0) { return findings; }
  const seen = new Set<string>();
  return findings.filter(({ file, fingerprint, path, level, message }) => {
    if (!severalStacks.has(file)) { return true; }
    const key = JSON.stringify([fingerprint, path, level, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The names of files with several stacks. */
function namesOfSeveral(files: readonly TemplateFile[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { name } of files) { counts.set(name, (counts.get(name) ?? 0) + 1); }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}

/** The files that no output can overwrite. The baseline is written before the report. */
function inputsOf(files: readonly TemplateFile[], ofAssemblies: readonly string[], { params, config }: CheckArguments): string[] {
  const others = [params, config].filter((path) => path !== undefined);
  return [...new Set([...files.map(({ path }) => path), ...ofAssemblies, ...others.map((path) => resolve(path))])];
}

function compare(report: Report, { baseline, updateBaseline }: CheckArguments, inputs: readonly string[], terminal: Terminal): Report {
  if (baseline === undefined) { return report; }
  if (updateBaseline) {
    writeWhole(baseline, Baseline.of(report.findings).parts(), inputs);
    const { errors, warnings } = summaryOf(report);
    terminal.err(`'${baseline}' accepts ${counted(errors, 'error')} and ${counted(warnings, 'warning')}.\n`);
  }
  return { ...report, ...Baseline.read(resolve(baseline), fileName(baseline)).compare(report.findings) };
}

function write(report: Report, { format, output, baseline }: CheckArguments, inputs: readonly string[], terminal: Terminal) {
  const { render } = FORMATS[format];
  if (output === undefined) {
    for (const text of batches(render(report, terminal.color))) { terminal.out(text); }
    return;
  }
  writeWhole(output, render(report, false), baseline === undefined ? inputs : [...inputs, resolve(baseline)]);
  terminal.err(`${conclusion(summaryOf(report))}; written to '${output}'\n`);
}
