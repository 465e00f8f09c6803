import { spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { ACCEPTED } from './accepted';
import { actionlint } from './actionlint';
import { type Finding, keyOf } from './finding';
import { audit } from './zizmor';
import type { Programs } from '../programs';
import type { Report } from '../report';

const FOLDER = '.github/workflows';
/** The action of this repository, which actionlint does not read. */
const ACTION = 'action.yml';
const SCRIPTS = ['.ci/run', 'action/check.sh'];

export function checkWorkflows(report: Report, programs: Programs): void {
  const [zizmor, shellcheck] = [programs.path('zizmor'), programs.path('shellcheck')];
  const workflows = readdirSync(FOLDER).map((name) => join(FOLDER, name));

  const lint = actionlint(workflows, shellcheck);
  const audited = audit(zizmor, [...workflows, ACTION]);
  const accepted = new Set(ACCEPTED.flatMap(({ check, at }) => at.map((each) => keyOf({ check, at: each }))));
  const unlisted = (findings: readonly Finding[]) => (
    findings.filter((finding) => !accepted.has(keyOf(finding))).map((finding) => `${keyOf(finding)}: ${finding.message}`)
  );
  report.compared('actionlint and shellcheck on workflows', workflows.length, unlisted(lint));
  report.compared('zizmor on workflows and the action', workflows.length + 1, unlisted(audited));

  const found = new Set([...lint, ...audited].map(keyOf));
  const gone = [...accepted].filter((each) => !found.has(each)).map((each) => `${each}: is in conformance/workflows/accepted.ts, but is no longer found`);
  report.compared('Findings in conformance/workflows/accepted.ts, each with its reason', accepted.size, gone);
  report.compared('shellcheck on scripts', SCRIPTS.length, SCRIPTS.flatMap((script) => checkScript(shellcheck, script)));
}

function checkScript(shellcheck: string, script: string): string[] {
  const { status, stdout, stderr, error } = spawnSync(shellcheck, ['--format', 'gcc', script], { encoding: 'utf8' });
  if (status !== 0 && stdout === '') { throw new Error(`shellcheck did not run: ${error?.message ?? stderr}`); }
  return stdout.split('\n').filter((line) => line !== '');
}
