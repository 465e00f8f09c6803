import { execFile } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';
import type { NamedTemplate } from './templates';
import type { Template } from '../../scripts/synthesis';

/** One message of `cfn-lint --format json`. */
interface Match {
  readonly Filename: string;
  readonly Level: 'Error' | 'Warning' | 'Informational';
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] };
  readonly Message: string;
}

/** The Region for stacks that can be deployed anywhere. It supports every resource type. */
const ANY_REGION = 'us-east-1';

/** One run checks templates of one Region, because cfn-lint has rules about Regions, and not too many, so that two processes share the work. */
const PER_RUN = 64;
const AT_ONCE = 2;

interface Run {
  readonly region: string;
  readonly templates: Map<string, NamedTemplate>;
}

/** The errors of each template. */
export async function lint(cfnLint: string, folder: string, templates: readonly NamedTemplate[]): Promise<string[]> {
  const runs = runsOf(folder, templates);
  const found: string[] = [];
  const work = async () => {
    for (let run = runs.pop(); run; run = runs.pop()) { found.push(...await errorsOf(cfnLint, run)); }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found.sort();
}

function runsOf(folder: string, templates: readonly NamedTemplate[]): Run[] {
  const runs: Run[] = [];
  for (const [index, each] of templates.entries()) {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, JSON.stringify(knownAsTheCdks(each.template)));
    const region = each.region ?? ANY_REGION;
    let run = runs.find((one) => one.region === region && one.templates.size < PER_RUN);
    if (!run) { runs.push(run = { region, templates: new Map() }); }
    run.templates.set(path, each);
  }
  return runs;
}

/**
 * cfn-lint recognizes templates of the CDK by construct paths, which snapshots do not have. In other templates, it reports `Fn::Join` in
 * properties of pipeline actions as an error (E3703).
 */
function knownAsTheCdks(template: Template): Template {
  const [[id, resource], ...others] = Object.entries(template.Resources);
  return { ...template, Resources: { [id]: { ...resource, Metadata: { 'aws:cdk:path': id, ...resource.Metadata } }, ...Object.fromEntries(others) } };
}

async function errorsOf(cfnLint: string, { region, templates }: Run): Promise<string[]> {
  const matches = await matchesOf(cfnLint, ['--format', 'json', '--regions', region, '--', ...templates.keys()]);
  return [...templates].flatMap(([path, { name }]) => {
    const errors = matches.filter(({ Filename: file, Level: level }) => file === path && level === 'Error');
    const told = errors.map(({ Rule: rule, Location: at, Message: message }) => `${rule.Id} at ${at.Path.join('.')}: ${message}`);
    return told.length > 0 ? [`${name}: ${told.join('; ')}`] : [];
  });
}

function matchesOf(cfnLint: string, args: readonly string[]): Promise<Match[]> {
  return new Promise((resolve, reject) => {
    execFile(cfnLint, args, { encoding: 'utf8', maxBuffer: 1e9 }, (error, stdout, stderr) => {
      // Its exit code is not 0 if it finds something
      if (stdout.startsWith('[')) { resolve(JSON.parse(stdout) as Match[]); } else { reject(new Error(`cfn-lint did not run: ${stderr || error?.message}`)); }
    });
  });
}
