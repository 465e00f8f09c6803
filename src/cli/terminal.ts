/** Where a command writes to. */
export interface Terminal {
  /** Whether the output may have colours. */
  readonly colour: boolean;
  out(text: string): void;
  err(text: string): void;
  /** One line that is written over again and again, and removed in the end; nothing where nobody watches. */
  progress(text?: string): void;
}

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** Reading fewer templates than this is done before anybody reads a line. */
const WORTH_TELLING = 20;

export function terminalOf(out: Stream, err: Stream, environment: NodeJS.ProcessEnv): Terminal {
  let shown = false;
  let calls = 0;
  return {
    // See https://no-color.org
    colour: out.isTTY && !environment.NO_COLOR && environment.TERM !== 'dumb',
    out: (text) => { out.write(text); },
    err: (text) => { err.write(text); },
    progress: (text) => {
      if (!err.isTTY) { return; }
      if (text === undefined) {
        if (shown) { err.write('\r\u001b[K'); }
        shown = false;
      } else if (++calls % WORTH_TELLING === 0) {
        err.write(`\r\u001b[K${text}`);
        shown = true;
      }
    },
  };
}
