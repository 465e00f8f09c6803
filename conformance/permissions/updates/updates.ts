import { readFileSync } from 'fs';
import { join } from 'path';
import { type Change, TYPES, callsOf, makesVault } from './calls';
import { type Pair, PAIRS } from './pairs';
import { type SynthesizedStack, synthesize } from '../../../scripts/synthesis';
import { KEY_CONTROL } from '../../../src/capabilities/permissions';
import type { Report } from '../../report';
import { type Caller, roleWithAllRights } from '../callers';
import { DeployedStack } from '../deployed';
import { evaluate } from '../engine';
import type { Policy } from '../policies';

/** The result of an update: the word with which a row of the page begins. */
type Outcome = 'Creates' | 'Updates' | 'Replaces' | 'Denied' | 'Might fail' | 'Fails';

/** The results for which the page must describe a solution. */
const FAILURES: readonly string[] = ['Denied', 'Might fail', 'Fails'] satisfies Outcome[];

const PAGE = 'docs/updating.md';
/** The sections about changes of vaults. */
const SECTIONS = ['The vault', 'The role that deploys'];

/** Evaluates updates with the policies of the first version and the deploying role of the second. The result must be the one on the page. */
export async function checkUpdates(report: Report): Promise<void> {
  const rows = rowsOf(readFileSync(join(__dirname, '..', '..', '..', PAGE), 'utf8'));
  const differences = await Promise.all(PAIRS.map((pair, index) => differenceOf(pair, `update ${index}, '${pair.row}'`, rows)));
  report.compared('Updates of vaults, by what the engine lets the role that deploys do', PAIRS.length, differences.flatMap((difference) => difference ?? []));
  const failures = [...rows].filter(([, outcome]) => FAILURES.includes(outcome)).map(([row]) => row);
  report.compared(`Changes of vaults that fail by ${PAGE}, each tested by an update`, failures.length,
    failures.filter((row) => !PAIRS.some((pair) => pair.row === row)).map((row) => `no update tests '${row}'`));
}

async function differenceOf(pair: Pair, name: string, rows: ReadonlyMap<string, string>): Promise<string | undefined> {
  const [before, after] = [pair.before, pair.after].map(synthesize);
  const { outcome, why } = await outcomeOf(changesOf(before, after), deployerOf(after, pair.deployer));
  const stated = rows.get(pair.row);
  if (stated === undefined) { return `${name}: ${PAGE} does not have this row`; }
  if (stated !== outcome) { return `${name}: ${PAGE} states '${stated}', but the result is '${outcome}'${why}`; }
  const warned = (id: string) => after.some(({ annotations }) => annotations.some((annotation) => annotation.includes(`[ack: cdk-compliant-backup:${id}]`)));
  return pair.warning !== undefined && !warned(pair.warning) ? `${name}: the second version does not have the warning '${pair.warning}'` : undefined;
}

/** The first cell of each row, and the bold word at the start of the second. */
function rowsOf(page: string): ReadonlyMap<string, string> {
  const sections = page.split(/^## /m).filter((section) => SECTIONS.some((title) => section.startsWith(`${title}\n`)));
  if (sections.length < SECTIONS.length) { throw new Error(`${PAGE} does not have all of the sections '${SECTIONS.join('\', \'')}'`); }
  return new Map([...sections.join('').matchAll(/^\| (.+?) \| \*\*([\w ]+)\*\*/gm)].map(([, change, outcome]) => [change, outcome]));
}

function changesOf(before: readonly SynthesizedStack[], after: readonly SynthesizedStack[]): Change[] {
  const [old, next] = [before, after].map((stacks) => new Map(stacks.flatMap((stack) => resourcesOf(stack, stacks))));
  return [...new Set([...old.keys(), ...next.keys()])].map((id) => ({
    before: old.get(id)?.resource, after: next.get(id)?.resource, isRetained: old.get(id)?.isRetained ?? false,
  }));
}

function resourcesOf(stack: SynthesizedStack, app: readonly SynthesizedStack[]) {
  return new DeployedStack(stack, app).resources(TYPES).map((resource) => (
    [`${stack.path}/${resource.logicalId}`, { resource, isRetained: stack.template.Resources[resource.logicalId].DeletionPolicy?.startsWith('Retain') ?? false }] as const
  ));
}

/** The role that CloudFormation uses for the stack of the vault. */
function deployerOf(after: readonly SynthesizedStack[], name: string | undefined): Caller {
  const { account, executionRole, path } = after.find((stack) => stack.path === 'Backups')!;
  const role = name ?? executionRole?.split(':role/')[1];
  if (account === undefined || role === undefined) { throw new Error(`the stack '${path}' does not name the role that deploys it: give the pair a 'deployer'`); }
  return roleWithAllRights(account, role);
}

async function outcomeOf(changes: readonly Change[], deployer: Caller): Promise<{ readonly outcome: Outcome; readonly why: string }> {
  const made = changes.filter(makesVault);
  const names = changes.flatMap(({ before }) => before?.arn ?? []);
  // CloudFormation creates the new vault before it deletes the old one
  if (made.some(({ after }) => names.includes(after!.arn))) { return { outcome: 'Fails', why: ' (the name is in use)' }; }
  const calls = changes.flatMap(callsOf);
  const keys = changes.flatMap(({ before, after }) => (before === undefined && after?.type === 'AWS::KMS::Key' ? [after] : []));
  const verdicts = await Promise.all(keys.map(({ arn, properties }) => (
    verdictOn(KEY_CONTROL.required, arn, properties.KeyPolicy as Policy, deployer))));
  if (verdicts.some((verdict) => verdict !== 'Allowed')) { return { outcome: 'Fails', why: ' (AWS KMS rejects the policy of the key)' }; }
  const refused = async (which: 'deployed' | 'written') => (await Promise.all(calls.map(async ({ action, arn, [which]: policy }) => {
    const verdict = policy ? await verdictOn(action, arn, policy, deployer) : 'Allowed'; // by the policies of the role, which allow everything
    return verdict === 'Allowed' ? [] : [`${action}: ${verdict}`];
  }))).flat();
  const [certain, possible] = [await refused('deployed'), await refused('written')];
  if (certain.length > 0) { return { outcome: 'Denied', why: ` (${certain.join(', ')})` }; }
  if (possible.length > 0) { return { outcome: 'Might fail', why: ` (${possible.join(', ')})` }; }
  return { outcome: made.length === 0 ? 'Updates' : names.length === 0 ? 'Creates' : 'Replaces', why: '' };
}

/** The engine cannot decide which kind of resource a tag action names. Another action on a vault, which no policy here names, stands for it. */
const STAND_IN = 'backup:DescribeBackupVault';

/** CloudFormation deploys to one account. */
async function verdictOn(action: string, arn: string, policy: Policy, deployer: Caller): Promise<string> {
  const account = String(deployer.context['aws:PrincipalAccount']);
  if (!/^backup:(Tag|Untag)Resource$/.test(action)) { return evaluate(deployer, action, { arn, account }, policy); }
  return evaluate(deployer, STAND_IN, { arn, account }, JSON.parse(JSON.stringify(policy).replaceAll(`"${action}"`, `"${STAND_IN}"`)) as Policy);
}
