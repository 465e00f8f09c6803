import { mkdirSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ACCEPTED } from './accepted';
import { lint } from './cfn-lint';
import { check } from './checkov';
import { type NamedTemplate, exampleTemplates, generatedTemplates, snapshotTemplates, typesIn } from './templates';
import { validateTemplate } from '../../scripts/engine';
import type { Programs } from '../programs';
import type { Report } from '../report';

const GENERATED = 500;

function take<T>(count: number, items: Iterator<T>): T[] {
  return Array.from({ length: count }, () => items.next().value as T);
}

/** The findings of AWS's engine in each template, including warnings. */
function validate(templates: readonly NamedTemplate[]): string[] {
  return templates.flatMap(({ name, region, template }) => {
    const told = validateTemplate(template, region).map(({ rule, logicalId, propertyPath, message }) => `${rule} at ${logicalId}.${propertyPath}: ${message}`);
    return told.length > 0 ? [`${name}: ${told.join('; ')}`] : [];
  });
}

export async function checkTemplates(report: Report, programs: Programs): Promise<void> {
  const [cfnLint, checkov] = [programs.path('cfn-lint'), programs.path('checkov')];
  const temp = mkdtempSync(join(tmpdir(), 'linters-'));
  const folder = (name: string) => mkdirSync(join(temp, name), { recursive: true })!;
  try {
    const examples = exampleTemplates();
    const { findings, passed } = check(checkov, folder('checkov'), examples);
    const key = (id: string, at: string) => `${id} ${at}`;
    const accepted = new Set(ACCEPTED.flatMap(({ check: id, at }) => at.map((each) => key(id, each))));
    const found = new Set(findings.map(({ check: id, at }) => key(id, at)));
    const unlisted = findings.filter(({ check: id, at }) => !accepted.has(key(id, at))).map(({ check: id, title, at }) => `${key(id, at)}: ${title}`);
    const gone = [...accepted].filter((each) => !found.has(each)).map((each) => `${each}: is in conformance/linters/accepted.ts, but checkov no longer finds it`);
    report.compared(`checkov's checks of ${examples.length} templates of the examples`, passed + found.size, unlisted);
    report.compared('Findings of checkov in conformance/linters/accepted.ts, each with its reason', accepted.size, gone);

    const snapshots = snapshotTemplates();
    const generated = take(GENERATED, generatedTemplates());
    const all = { examples, snapshots, generated };
    for (const [name, templates] of Object.entries(all)) { report.note(`${templates.length} templates of ${name}: ${typesIn(templates)}`); }
    report.compared('AWS\'s validation engine on examples and snapshots', examples.length + snapshots.length, validate([...examples, ...snapshots]));
    report.sampled('AWS\'s validation engine on generated templates', generated.length, validate(generated));
    report.compared('cfn-lint on examples and snapshots', examples.length + snapshots.length, await lint(cfnLint, folder('written'), [...examples, ...snapshots]));
    report.sampled('cfn-lint on generated templates', generated.length, await lint(cfnLint, folder('generated'), generated));
  } finally {
    rmSync(temp, { recursive: true });
  }
}
