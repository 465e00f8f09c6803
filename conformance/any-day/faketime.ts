import { execFile, spawnSync } from 'child_process';
import { join } from 'path';
import type { Moment } from './moments';
import { Missing } from '../report';

export const ROOT = join(__dirname, '..', '..');

const INSTALL = 'apt-get install -y faketime';

/** The first line of the output. */
export const NEEDS = `Needs the packages of \`npm ci\`, and faketime by \`${INSTALL}\`; no AWS account.`;

/** What a process has said, and its exit code: 0 where nothing failed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of Node.js: now, or at another moment, which holds for what it starts too. */
export async function run(moment: Moment | 'now', args: readonly string[], cwd = ROOT): Promise<Ended> {
  const [program, before, env] = moment === 'now' ? [process.execPath, [], process.env] : ['faketime', [inWords(moment), process.execPath], environment(moment)];
  return new Promise((resolve) => {
    execFile(program, [...before, ...args], { cwd, env, encoding: 'utf8', maxBuffer: 1e9 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) || 1 : 0, out, err });
    });
  });
}

/**
 * Whether processes can be told another time at all.
 *
 * @throws Missing with the command that installs the program
 */
export function needFaketime(moment: Moment): void {
  const args = [inWords(moment), process.execPath, '-p', 'new Date().toISOString()'];
  const { error, stdout, stderr } = spawnSync('faketime', args, { encoding: 'utf8', env: environment(moment) });
  if (error) { throw new Missing(`'faketime' is missing: run \`${INSTALL}\` first.`); }
  const said = stdout.trim();
  if (!isAt(moment, Date.parse(said))) { throw new Missing(`'faketime' must set the clock of Node.js to ${moment.at}, got '${said || stderr.trim()}'.`); }
}

/** A run begins at its moment, or little later. */
export function isAt(moment: Moment, time: number): boolean {
  const late = time - Date.parse(moment.at);
  return late >= 0 && late < 60 * 60 * 1000;
}

/** As `date` reads it, whatever the time zone of the machine. */
function inWords({ at: moment }: Moment): string {
  return moment.replace('T', ' ').replace('Z', ' UTC');
}

function environment({ zone }: Moment): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TZ: zone,
    CI: 'true',
    FORCE_COLOR: '0',
    FAKETIME_DONT_FAKE_MONOTONIC: '1', // timers wait as long as they should
    NO_FAKE_STAT: '1', // files are as old as they are: caches compare that
  };
}
