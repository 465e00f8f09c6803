// The tests are written for jest, which loads the sources again for each file. mocha loads them once, and a mutant needs no more time
// than the tests that reach it. Tests that mock modules, start processes, or draw thousands of samples are left out. See mocharc.json.
import '../setup-env';
import { mkdirSync } from 'fs';
import { relative, resolve } from 'path';
import { expect } from 'expect';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';
import { type Block, Suite, interfaces } from 'mocha';

// An app that names no folder is synthesized to a new one, thousands of times: Stryker deletes its sandbox at the end.
process.env.TMPDIR = resolve('temporary');
mkdirSync(process.env.TMPDIR, { recursive: true });

const mocker = new ModuleMocker(globalThis);
const withEach = (block: Block) => Object.assign((title: string, body: () => void) => block(title, body), { each: bind(block as never, false) });

/**
 * Stryker names the tests that reach a mutant by a regular expression with one alternative for each. mocha evaluates it several times for
 * each test, which was slower than the tests.
 */
class OneOf extends RegExp {
  private readonly titles: ReadonlySet<string>;

  constructor(alternatives: RegExp) {
    super(alternatives);
    this.titles = new Set(alternatives.source.slice('(^'.length, -'$)'.length).split('$)|(^').map((title) => title.replace(/\\(.)/g, '$1')));
  }

  public test(title: string): boolean {
    return this.titles.has(title);
  }
}

interface Coverage {
  readonly static: Record<string, number>;
  readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * A mutant that is reached both on loading and by tests is tried only by the tests, in the running process. Stryker would start a process for
 * each such mutant, which is a hundred times slower.
 */
function forgetLoading({ static: whileLoaded, perTest }: Coverage) {
  const reached = new Set(Object.values(perTest).flatMap((mutants) => Object.keys(mutants)));
  for (const mutant of Object.keys(whileLoaded).filter((each) => reached.has(each))) { delete whileLoaded[mutant]; }
}

interfaces.jest = (suite) => {
  const { __stryker__: stryker } = globalThis as { __stryker__?: { readonly mutantCoverage?: Coverage } };
  suite.afterAll(() => {
    if (stryker?.mutantCoverage) { forgetLoading(stryker.mutantCoverage); }
  });
  suite.on('pre-require', (context, file, mocha) => {
    mocha.grep = (alternatives) => {
      mocha.options.grep = new OneOf(alternatives);
      return mocha;
    };
    // In a separate suite, because hooks belong to their file
    const own = Suite.create(suite, relative('.', file));
    interfaces.bdd(own);
    own.emit('pre-require', context, file, mocha);
    const test = withEach(context.it);
    Object.assign(context, {
      expect,
      test,
      it: test,
      describe: withEach(context.describe),
      beforeAll: context.before,
      afterAll: context.after,
      jest: {
        fn: mocker.fn.bind(mocker),
        spyOn: mocker.spyOn.bind(mocker),
        restoreAllMocks: () => mocker.restoreAllMocks(),
        setTimeout: () => undefined,
      },
    });
  });
};
