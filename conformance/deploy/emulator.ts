import { type ChildProcess, spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync } from 'fs';
import { createServer, type AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { setTimeout } from 'timers/promises';

const HOST = '127.0.0.1';

/** The shell waits until its input ends, which happens however this process ends, and then stops the emulator. */
const UNTIL_INPUT_ENDS = '"$1" & read -r _; kill -9 $!; { wait $!; } 2> /dev/null; rm -rf "$HOME" || { sleep 5; rm -rf "$HOME"; }';

/** MiniStack, an emulator of AWS, on a free port of this machine. */
export class Emulator {
  /** Starts the emulator, and waits until it responds. */
  public static async start(ministack: string, account: string): Promise<Emulator> {
    const port = await freePort();
    const home = mkdtempSync(join(tmpdir(), 'deploy-'));
    const shell = spawn('sh', ['-c', UNTIL_INPUT_ENDS, 'sh', ministack], {
      env: { PATH: process.env.PATH, HOME: home, TMPDIR: home, BIND_HOST: HOST, GATEWAY_PORT: `${port}`, MINISTACK_ACCOUNT_ID: account, LOG_LEVEL: 'ERROR' },
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true, // so that an interrupt of this process does not stop the shell
    });
    const emulator = new Emulator(shell, `http://${HOST}:${port}`, home);
    try {
      await emulator.untilItAnswers();
      return emulator;
    } catch (error) {
      await emulator.stop();
      throw error;
    }
  }

  private constructor(
    private readonly shell: ChildProcess,
    readonly endpoint: string,
    /** The environment of the emulator and its clients, without the profile, credentials, and Region of the user. */
    readonly home: string,
  ) {}

  /** Stops the emulator, and deletes its files. */
  public async stop(): Promise<void> {
    const ended = once(this.shell, 'exit');
    this.shell.stdin!.end();
    await ended;
  }

  private async untilItAnswers(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      const answer = await fetch(`${this.endpoint}/_ministack/health`).catch(() => undefined);
      if (answer?.ok) { return; }
      await setTimeout(100);
    }
    throw new Error(`the emulator did not respond on ${this.endpoint} within 30 seconds`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
