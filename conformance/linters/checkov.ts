import { spawnSync } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';
import type { NamedTemplate } from './templates';

interface Failed {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_path: string;
  readonly resource: string;
}

/** The parts of `checkov --output json` that are used here. */
interface Output {
  readonly results: {
    readonly failed_checks: readonly Failed[];
    readonly parsing_errors: readonly string[];
  };
  readonly summary: { readonly passed: number };
}

export interface Finding {
  readonly check: string;
  readonly title: string;
  /** The example, and the construct path of the resource. */
  readonly at: string;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** The number of checks without a finding. */
  readonly passed: number;
}

/** The findings of checkov in templates. */
export function check(checkov: string, folder: string, templates: readonly NamedTemplate[]): Checked {
  for (const [index, { template }] of templates.entries()) { writeFileSync(join(folder, `${index}.json`), JSON.stringify(template)); }
  const args = ['--framework', 'cloudformation', '--directory', folder, '--output', 'json', '--quiet', '--compact', '--skip-download', '--soft-fail'];
  const { status, stdout, stderr, error } = spawnSync(checkov, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) { throw new Error(`checkov did not run: ${error?.message ?? stderr}`); }
  const { results, summary } = JSON.parse(stdout) as Output;
  if (results.parsing_errors?.length > 0) { throw new Error(`checkov could not read ${results.parsing_errors.join(', ')}`); }
  return {
    findings: results.failed_checks.map(({ check_id: id, check_name: title, file_path: file, resource }) => (
      { check: id, title, at: locationOf(templates[parseInt(file.replace(/^.*\//, ''))], resource.slice(resource.lastIndexOf('.') + 1)) }
    )),
    passed: summary.passed,
  };
}

function locationOf({ name, template }: NamedTemplate, logicalId: string): string {
  const path = template.Resources[logicalId]?.Metadata?.['aws:cdk:path'];
  return `${name.split('/')[0]}: ${typeof path === 'string' ? path.replace(/\/Resource$/, '') : logicalId}`;
}
