/** What is used of mocha: @types/mocha declares the globals that @types/jest declares. */
declare module 'mocha' {
  export type Block = (title: string, body: () => void) => unknown;

  interface Mocha {
    readonly options: { grep?: RegExp };
    grep: (alternatives: RegExp) => Mocha;
  }

  type Context = Record<'it' | 'describe' | 'before' | 'after', Block>;

  type Load = [event: 'pre-require', context: Context, file: string, mocha: Mocha];

  export class Suite {
    public static create(parent: Suite, title: string): Suite;
    public afterAll(hook: () => void): void;
    public on(event: Load[0], listener: (context: Context, file: string, mocha: Mocha) => void): void;
    public emit(...load: Load): void;
  }

  export const interfaces: Record<string, (suite: Suite) => void>;
}
