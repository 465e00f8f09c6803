import { App } from './compiled';
import { modulesOf } from '../../scripts/bundle-library';
import * as ours from '../../src';

const NAMES = Object.keys(ours).sort();
const PEERS = ['aws-cdk-lib', 'constructs', 'cdk-nag'];
const PACKS = NAMES.filter((each) => each.endsWith('Checks'));
const MISSING = 'The packs of \'cdk-compliant-backup\' need \'cdk-nag\', which cannot be loaded: Cannot find module \'cdk-nag\'. Install it.';

/** Files of a package that are loaded, below its folder. */
const LOADED = `const loaded = (name) => Object.keys(require.cache)
  .flatMap((file) => file.split(\`/node_modules/\${name}/\`)[1] ?? []).sort();`;

/** The error when a value is used. */
const ERROR_OF = 'const errorOf = (use) => { try { use(); } catch (error) { return error.message.split("\\n")[0]; } };';

let app: App;
beforeAll(() => {
  app = new App(PEERS);
  app.bundle();
});
afterAll(() => app.delete());

describe('CommonJS', () => {
  test('require loads the index only', () => {
    expect(app.require(`${LOADED} told([loaded('cdk-compliant-backup'), Object.keys(require.cache).length]);`)).toEqual([['lib/index.js'], 2]);
  });

  test('the index exports what the sources export', () => {
    expect(app.require('told(Object.keys(ours).sort());')).toEqual(NAMES);
  });

  test('each export equals that of its module, at any time', () => {
    expect(app.require(`
      const modules = () => Object.values(require.cache).flatMap(({ exports }) => Object.values(exports.default ?? {})).map((load) => load());
      told(Object.keys(ours).filter((name) => ours[name] !== undefined && modules().some((each) => each[name] === ours[name])).sort());`)).toEqual(NAMES);
  });

  test('a construct loads neither rules nor cdk-nag', () => {
    expect(app.require(`${LOADED} ours.CompliantVault;
      told([loaded('cdk-nag'), loaded('cdk-compliant-backup').filter((file) => file === 'lib/checks.js')]);`))
      .toEqual([[], []]);
  });

  test('the packs load of cdk-nag the class that they extend, and no rules', () => {
    expect(app.require(`${LOADED} new ours.BackupChecks(); told(loaded('cdk-nag'));`)).toEqual(['lib/nag-pack.js', 'lib/nag-rules.js']);
  });

  test('each pack is a NagPack', () => {
    expect(app.require(`const { NagPack } = require('cdk-nag');
      told(Object.keys(ours).filter((name) => name.endsWith('Checks') && new ours[name]() instanceof NagPack).sort());`)).toEqual(PACKS);
  });
});

describe('ES modules', () => {
  test('every export can be imported by its name', () => {
    expect(app.import(NAMES, `told(Object.keys({ ${NAMES.join(', ')} }).filter((name) => ({ ${NAMES.join(', ')} })[name] !== undefined).sort());`)).toEqual(NAMES);
  });

  test('an export is the same as in CommonJS', () => {
    expect(app.import(['BackupChecks', 'CompliantVault'], `import { createRequire } from 'node:module';
      const ours = createRequire(import.meta.url)('cdk-compliant-backup');
      told([ours.BackupChecks === BackupChecks, ours.CompliantVault === CompliantVault]);`)).toEqual([true, true]);
  });
});

test('the index is the same if it is generated again', () => {
  const before = app.index;
  app.bundle();
  expect(app.index).toBe(before);
});

test.each(['export { VaultLock } from \'./vault/vault-lock\';', 'import \'./vault/vault-lock\';', 'export const LOCK = 1;'])('an index with the line %s is rejected', (line) => {
  expect(() => modulesOf(`export * from './vault/compliant-vault';\n${line}\n`))
    .toThrow(`src/index.ts must hold lines like "export * from './vault/vault-lock';" only, got "${line}"`);
});

describe('a cdk-nag whose modules are hidden', () => {
  beforeAll(() => {
    app.remove('node_modules/cdk-nag');
    app.write('node_modules/cdk-nag/package.json', JSON.stringify({ name: 'cdk-nag', main: 'lib/index.js', exports: { '.': './lib/index.js' } }));
    app.write('node_modules/cdk-nag/lib/index.js', 'exports.NagPack = class { isOfIndex = true };');
    app.write('node_modules/cdk-nag/lib/nag-pack.js', 'throw new Error("this is hidden")');
  });

  test('the packs load its index', () => {
    expect(app.require('told(new ours.BackupChecks().isOfIndex);')).toBe(true);
  });
});

describe('without cdk-nag', () => {
  beforeAll(() => app.remove('node_modules/cdk-nag'));

  test.each([
    ['CommonJS', (names: readonly string[], code: string) => app.require(`const { ${names.join(', ')} } = ours;\n${code}`)],
    ['ES modules', (names: readonly string[], code: string) => app.import(names, code)],
  ])('%s: a construct works, and using a pack reports what to install', (_, run) => {
    expect(run(['CompliantVault', 'RuleId', ...PACKS], `${ERROR_OF}
      told([CompliantVault.name, RuleId.VAULT_LOCKED, ...[${PACKS.join(', ')}].map((Pack) => errorOf(() => new Pack()))]);`))
      .toEqual(['CompliantVault', 'Backup-VaultLocked', ...PACKS.map(() => MISSING)]);
  });

  test('each use of a pack reports what to install', () => {
    expect(app.require(`${ERROR_OF} told([
      errorOf(() => class extends ours.BackupChecks {}),
      errorOf(() => ours.BackupChecks.name),
      errorOf(() => Object.keys(ours.BackupChecks)),
      errorOf(() => ({}) instanceof ours.BackupChecks),
      errorOf(() => ours.BackupChecks()),
    ]);`)).toEqual(Array.from({ length: 5 }, () => MISSING));
  });

  test('a pack works as soon as cdk-nag is installed', () => {
    app.link('cdk-nag');
    expect(app.require('told(typeof new ours.BackupChecks().validate);')).toBe('function');
  });
});

test('no file but the bundles is loaded', () => {
  const files = app.require(`${LOADED} Object.keys(ours).forEach((name) => ours[name]); told(loaded('cdk-compliant-backup'));`) as string[];
  expect(files.filter((file) => !/^lib\/([\w-]+|shared\/\w+)\.js$/.test(file))).toEqual([]);
  expect(files.length).toBeGreaterThan(8);
});

test('the error of a bundle that cannot be loaded is thrown where its export is used', () => {
  app.write('node_modules/cdk-compliant-backup/lib/plan.js', 'throw new Error("the disk is broken");');
  expect(app.import(['CompliantVault', 'BackupTier'], `${ERROR_OF} told([CompliantVault.name, errorOf(() => BackupTier.daily({}))]);`))
    .toEqual(['CompliantVault', 'the disk is broken']);
});
