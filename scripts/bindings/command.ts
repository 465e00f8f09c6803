import { spawn } from 'child_process';

const LAST_LINES = 60;

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The standard output of a program. If it fails, throws an error with the end of its output. */
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
