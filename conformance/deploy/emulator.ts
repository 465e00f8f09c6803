import type { ChildProcess } from 'child_process';
import { spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync } from 'fs';
import { createServer } from 'net';
import type { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { setTimeout } from 'timers/promises';

const HOST = '127.0.0.1';

/** The shell waits until its input ends, which it does however this process ends, and then leaves nothing of the emulator. */
const UNTIL_INPUT_ENDS = '"$1" & read -r _; kill -9 $!; { wait $!; } 2> /dev/null; rm -rf "$HOME" || { sleep 5; rm -rf "$HOME"; }';

/** MiniStack, an emulator of AWS, on a port of this machine that was free. */
export class Emulator {
  /** Starts it, and waits until it answers. */
  public static async start(ministack: string, account: string): Promise<Emulator> {
    const port = await freePort();
    const home = mkdtempSync(join(tmpdir(), 'deploy-'));
    const shell = spawn('sh', ['-c', UNTIL_INPUT_ENDS, 'sh', ministack], {
      env: { PATH: process.env.PATH, HOME: home, TMPDIR: home, BIND_HOST: HOST, GATEWAY_PORT: `${port}`, MINISTACK_ACCOUNT_ID: account, LOG_LEVEL: 'ERROR' },
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true, // so that what interrupts this process lets the shell do its work
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
    /** Of the emulator and of whoever talks to it, so that no profile, no credentials and no Region of the user's is read. */
    readonly home: string,
  ) {}

  /** Nothing of it is left on the machine afterward. */
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
    throw new Error(`the emulator has not answered on ${this.endpoint} within 30 seconds`);
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
