// The tests are written for jest, which loads the sources anew for each file. Under mocha they are loaded once, and a mutant costs no more
// than the tests that reach it. What mocks modules, starts processes or draws thousands of samples is left out: see mocharc.json.
import '../setup-env';
import { expect } from 'expect';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';
import type { Block } from 'mocha';
import { interfaces } from 'mocha';

const mocker = new ModuleMocker(globalThis);
const withEach = (block: Block) => Object.assign((title: string, body: () => void) => block(title, body), { each: bind(block as never, false) });

interfaces.jest = (suite) => {
  interfaces.bdd(suite);
  suite.on('pre-require', (context) => {
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
