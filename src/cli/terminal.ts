import { printable, printableLines } from './printable';

/** The output of a command. */
export interface Terminal {
  /** Whether the output can have colors. */
  readonly color: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Replaces the progress line, or removes it. Without a terminal, nothing is written. */
  progress(text?: string): void;
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** The progress line is updated after this many calls. */
const INTERVAL = 20;

export function terminalOf(out: Stream, err: Stream, environment: NodeJS.ProcessEnv): Terminal {
  let shown = false;
  let calls = 0;
  return {
    // See https://no-color.org
    color: out.isTTY && !environment.NO_COLOR && environment.TERM !== 'dumb',
    out: (text) => { out.write(text); },
    err: (text) => { err.write(printableLines(text)); },
    progress: (text) => {
      if (!err.isTTY) { return; }
      if (text === undefined) {
        if (shown) { err.write('\r\u001b[K'); }
        shown = false;
      } else if (++calls % INTERVAL === 0) {
        err.write(`\r\u001b[K${printable(text)}`);
        shown = true;
      }
    },
  };
}
