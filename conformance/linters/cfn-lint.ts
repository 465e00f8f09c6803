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

/** For stacks that can be deployed anywhere, a Region that has everything. */
const ANY_REGION = 'us-east-1';

/** One run takes templates of one Region, since cfn-lint checks what a Region has, and not too many, so that two runs can share the work. */
const PER_RUN = 64;
const AT_ONCE = 2;

interface Run {
  readonly region: string;
  readonly templates: Map<string, NamedTemplate>;
}

/** The errors of each template that has any. */
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
 * Snapshots have no construct paths, by which cfn-lint knows templates of the CDK. In others its advice to write `Fn::Sub` for `Fn::Join`
 * counts as an error (E3703) where the property is checked by the action of a pipeline.
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
      // It ends with another code than 0 where it finds something
      if (stdout.startsWith('[')) { resolve(JSON.parse(stdout) as Match[]); } else { reject(new Error(`cfn-lint did not run: ${stderr || error?.message}`)); }
    });
  });
}
