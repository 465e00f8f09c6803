import { spawn } from 'child_process';

const LAST_LINES = 60;

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a program writes to its standard output; an error with the end of all that it wrote where it fails. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (data: Buffer) => { stdout += data.toString(); all += data.toString(); });
    child.stderr.on('data', (data: Buffer) => { all += data.toString(); });
    child.on('error', reject);
    child.on('close', (code) => code === 0 ? resolve(stdout)
      : reject(new Error([`'${command} ${args.join(' ')}' exited with ${code}`, ...all.trimEnd().split('\n').slice(-LAST_LINES)].join('\n    '))));
  });
}
