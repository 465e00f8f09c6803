import { readdirSync, statSync } from 'fs';
import { join, relative } from 'path';
import { textsOf } from './texts';
import { AVOIDED } from './words';

const ROOT = join(__dirname, '..');

/** Files and folders that follow "Style" in CONTRIBUTING.md. The list only grows. */
const CLEAN = [
  'README.md', 'RULES.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'CODE_OF_CONDUCT.md', 'CAPABILITIES.md', 'rosetta',
  'docs', 'examples', '.ci/run', '.github', '.pre-commit-hooks.yaml', '.projenrc.ts', 'action', 'benchmark', 'bindings', 'conformance', 'projenrc', 'schemas',
  'scripts', 'test',
  'src/audit', 'src/capabilities', 'src/cdk', 'src/checks', 'src/cli', 'src/iam', 'src/inventory', 'src/notification', 'src/plan', 'src/resource-type', 'src/schedule', 'src/selection',
  'src/index.ts', 'src/validation', 'src/values', 'src/vault',
];

/** Sentences that need a word in another sense, each with the reason. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['For emergencies: may change the policy of the backup vault', 'the description of a role, which is part of a template'],
  ['Catalogue', 'the id of a construct, which is part of a template'],
  ['OrdersData/Catalogue', 'the same, by its path'],
  ['orders: OrdersData/Catalogue', 'the same, by its path'],
  ['orders: OrdersData/Catalogue/Reader', 'the same, by its path'],
  ['orders: OrdersData/Catalogue/Writer', 'the same, by its path'],
  ['catalogue', 'the user name of a database, which is part of a template'],
]);

function filesOf(path: string): string[] {
  if (statSync(join(ROOT, path)).isFile()) { return [path]; }
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !/^test\/words|^(test|bindings)\/.*(?<!\.(ts|md|py|java|go))$/.test(file));
}

/** The avoided words of a text, each with what to write instead. */
function avoidedIn(text: string): string[] {
  return AVOIDED.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`'${found}': write ${instead}`];
  });
}

test.each([
  ['A selection takes a table.', 'takes'],
  ['The role asks for a key.', 'asks for'],
  ['The user is told.', 'is told'],
  ['You hear of failures.', 'hear of'],
  ['A comment that says so', 'says so'],
  ['The pack tells of faults.', 'tells of'],
  ['Mend it.'.toLowerCase(), 'mend'],
  ['This is no pack.', 'is no '],
  ['a name, which else throws', 'which else'],
  ['It is kept for ever.', 'for ever'],
  ['Delete it by hand.', 'by hand'],
  ['the clock on the wall', 'on the wall'],
  ['The key is gone.', 'gone'],
  ['It gets in the way.', 'gets in the way'],
  ['The key goes with it.', 'goes with'],
  ['what cannot be known', 'cannot be known'],
  ['an app that has outgrown it', 'outgrown'],
  ['two roles, of which one is exempt', ', of which'],
  ['for which reason it fails', 'for which reason'],
  ['It has to be a key.', 'has to'],
  ['The role may read.', 'may'],
  ['The vault is to be locked.', 'is to be l'],
  ['whatever its tags', 'whatever'],
  ['Backups fail by night.', 'by night'],
  ['known at synth time', 'at synth time'],
  ['The app synthesises.', 'synthesises'],
  ['The role is authorised.', 'authorised'],
  ['an acknowledgement', 'acknowledgement'],
  ['the behaviour of a job', 'behaviour'],
  ['The job is cancelled.', 'cancelled'],
  ['a catalogue of rules', 'catalogue'],
  ['Analyse the plan.', 'Analyse'],
  ['afterwards', 'afterwards'],
])('%p has a word to avoid', (text, word) => {
  expect(avoidedIn(text)).toEqual([expect.stringContaining(`'${word}'`)]);
});

test.each([
  'It takes effect at once.', 'Copies take up to 10 minutes.', 'There is no key.', 'It is no longer locked.', 'On 3 May, the lock starts.', 'the access is to the vault',
  'The template is forwarded.',
])('%p has none', (text) => {
  expect(avoidedIn(text)).toEqual([]);
});

test.each(CLEAN)('%s has no word to avoid', (path) => {
  const found = filesOf(path).flatMap((file) => textsOf(join(ROOT, file)).flatMap(({ line, text }) =>
    ALLOWED.has(text.trim()) ? [] : avoidedIn(text).map((avoided) => `${file}:${line} has ${avoided}`)));
  expect(found).toEqual([]);
}, 120_000);
