/** What is used of mocha: @types/mocha declares the globals that @types/jest declares. */
declare module 'mocha' {
  export type Block = (title: string, body: () => void) => unknown;

  interface Mocha {
    readonly options: { grep?: RegExp };
    grep: (alternatives: RegExp) => Mocha;
  }

  type Context = Record<'it' | 'describe' | 'before' | 'after', Block>;

  interface Suite {
    afterAll(hook: () => void): void;
    on(event: 'pre-require', listener: (context: Context, file: string, mocha: Mocha) => void): void;
  }

  export const interfaces: Record<string, (suite: Suite) => void>;
}
