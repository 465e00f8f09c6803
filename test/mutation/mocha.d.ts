/** What is used of mocha: @types/mocha declares the globals that @types/jest declares. */
declare module 'mocha' {
  export type Block = (title: string, body: () => void) => unknown;

  interface Suite {
    on(event: 'pre-require', listener: (context: Record<'it' | 'describe' | 'before' | 'after', Block>) => void): void;
  }

  export const interfaces: Record<string, (suite: Suite) => void>;
}
