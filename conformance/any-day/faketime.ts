import { execFile, spawnSync } from 'child_process';
import { join } from 'path';
import type { Moment } from './moments';
import { Missing } from '../report';

export const ROOT = join(__dirname, '..', '..');

const INSTALL = 'apt-get install -y faketime';

/** The first line of the output. */
export const NEEDS = `Needs the packages of \`npm ci\`, and faketime by \`${INSTALL}\`; no AWS account.`;

/** The output and the exit code of a process. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a Node.js program and its child processes now or at another moment. */
export async function run(moment: Moment | 'now', args: readonly string[], cwd = ROOT): Promise<Ended> {
  const [program, before, env] = moment === 'now' ? [process.execPath, [], process.env] : ['faketime', [label(moment), process.execPath], environment(moment)];
  return new Promise((resolve) => {
    execFile(program, [...before, ...args], { cwd, env, encoding: 'utf8', maxBuffer: 1e9 }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) || 1 : 0, out, err });
    });
  });
}

/**
 * Checks that processes can run at another time.
 *
 * @throws Missing with the command that installs faketime
 */
export function needFaketime(moment: Moment): void {
  const args = [label(moment), process.execPath, '-p', 'new Date().toISOString()'];
  const { error, stdout, stderr } = spawnSync('faketime', args, { encoding: 'utf8', env: environment(moment) });
  if (error) { throw new Missing(`'faketime' is missing: run \`${INSTALL}\` first.`); }
  const said = stdout.trim();
  if (!isAt(moment, Date.parse(said))) { throw new Missing(`'faketime' must set the clock of Node.js to ${moment.at}, got '${said || stderr.trim()}'.`); }
}

/** A run begins at its moment, or shortly after it. */
export function isAt(moment: Moment, time: number): boolean {
  const late = time - Date.parse(moment.at);
  return late >= 0 && late < 60 * 60 * 1000;
}

/** In the form that `date` reads, independent of the time zone of the machine. */
function label({ at: moment }: Moment): string {
  return moment.replace('T', ' ').replace('Z', ' UTC');
}

function environment({ zone }: Moment): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TZ: zone,
    CI: 'true',
    FORCE_COLOR: '0',
    FAKETIME_DONT_FAKE_MONOTONIC: '1', // timers run in real time
    NO_FAKE_STAT: '1', // files keep their real times, because caches compare them
  };
}
