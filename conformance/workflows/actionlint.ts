import { spawnSync } from 'child_process';
import { relative } from 'path';
import type { Finding } from './finding';
import { locationOf } from './place';
import { Missing } from '../report';

/** Go downloads it from its module proxy, and verifies its checksum. */
const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';

interface Output {
  readonly message: string;
  readonly filepath: string;
  readonly line: number;
  readonly kind: string;
}

/** The findings of actionlint in workflows, and of shellcheck in the scripts of their steps. */
export function actionlint(workflows: readonly string[], shellcheck: string): Finding[] {
  const args = ['run', ACTIONLINT, '-shellcheck', shellcheck, '-pyflakes', '', '-format', '{{json .}}', ...workflows];
  const { stdout, stderr, error } = spawnSync('go', args, { encoding: 'utf8' });
  if (error) { throw new Missing(`'go' could not be run (${error.message}): install Go 1.25 or newer.`); }
  if (!stdout.startsWith('[')) { throw new Error(`actionlint did not run: ${stderr}`); }
  return (JSON.parse(stdout) as Output[]).map(({ message, filepath, line, kind }) => ({
    check: /\bSC\d+\b/.exec(message)?.[0] ?? kind,
    at: locationOf(relative('', filepath), line),
    message,
  }));
}
