import { execFile } from 'child_process';
import { join } from 'path';
import { promisify } from 'util';
import type { Emulator } from './emulator';

const ROOT = join(__dirname, '..', '..');
const APP = 'node_modules/.bin/tsx --tsconfig conformance/tsconfig.json conformance/deploy/app.ts';

/** Credentials that only the emulator accepts. */
export const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** The CDK CLI, which reaches only the emulator. Other requests go to a proxy that does not exist. */
export class Cdk {
  private readonly env: NodeJS.ProcessEnv;

  constructor({ endpoint, home }: Emulator, region: string) {
    this.env = {
      PATH: process.env.PATH,
      HOME: home,
      TMPDIR: home,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
      HTTP_PROXY: NOBODY,
      HTTPS_PROXY: NOBODY,
      NO_PROXY: '127.0.0.1',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      NODE_NO_WARNINGS: '1',
      CI: 'true',
    };
  }

  /**
   * Runs a command and returns its output. @throws an error with the output if the command fails
   */
  public async run(command: string, ...args: readonly string[]): Promise<string> {
    const all = [command, ...args, '--app', APP, '--output', join(this.env.HOME!, 'cdk.out'), '--no-notices', '--no-color'];
    try {
      const { stdout, stderr } = await promisify(execFile)(join(ROOT, 'node_modules/.bin/cdk'), all, { cwd: ROOT, env: this.env, maxBuffer: 1e9 });
      return stdout + stderr;
    } catch (error) {
      const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
      throw new Error(`cdk ${command} ended with ${code}:\n${stdout}${stderr}`);
    }
  }
}

/** A free port. */
const NOBODY = 'http://127.0.0.1:9';
