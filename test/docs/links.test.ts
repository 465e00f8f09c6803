import { checkLinks } from '../../scripts/docs/links';
import { wholeSite } from '../../scripts/docs/site';

const REPOSITORY = 'https://github.com/example/cdk-compliant-backup';

/** The problem of one link of a page. */
function problems(target: string, page = 'docs/vault.md'): readonly string[] {
  const files: Readonly<Record<string, string>> = { 'docs/plan.md': '# Plans\n\n## Start windows\n', 'RULES.md': '# Rules\n', 'bindings/README.md': '', 'bindings': '' };
  return checkLinks({
    pages: { [page]: `# Vaults\n\n[link](${target})\n` },
    read: (path) => files[path],
    isPublished: (path) => !path.startsWith('bindings'),
  }).problems;
}

test.each([
  'plan.md', 'plan.md#start-windows', './plan.md', '../RULES.md', '#vaults', 'https://example.com/no.md', 'mailto:nobody@example.com',
  `${REPOSITORY}/blob/main/docs/plan.md#start-windows`, `${REPOSITORY}/tree/main/bindings`, `${REPOSITORY}/issues`,
])('%s is a good link', (target) => {
  expect(problems(target)).toEqual([]);
});

test.each([
  ['plans.md', 'must name a file that exists'],
  ['RULES.md', 'must name a file that exists'],
  ['plan.md#windows', 'must name a heading that exists'],
  ['#vault', 'must name a heading that exists'],
  [`${REPOSITORY}/blob/main/docs/plans.md`, 'must name a file that exists'],
  [`${REPOSITORY}/blob/main/docs/plan.md#windows`, 'must name a heading that exists'],
  ['../bindings/README.md', 'must be an absolute link: the npm package does not have that file'],
])('%s %s', (target, problem) => {
  expect(problems(target)).toEqual([`docs/vault.md:3: '${target}' ${problem}`]);
});

test('the README has absolute links, since PyPI shows it alone', () => {
  expect(problems('docs/plan.md', 'README.md')).toEqual(['README.md:3: \'docs/plan.md\' must be an absolute link: PyPI shows the README without the other files']);
  expect(problems(`${REPOSITORY}/blob/main/docs/plan.md`, 'README.md')).toEqual([]);
  expect(problems('#vaults', 'README.md')).toEqual([]);
});

test('a page outside of the npm package can link to other files outside of it', () => {
  expect(problems('../bindings/README.md', 'bindings/x.md')).toEqual([]);
});

test('links are counted', () => {
  const site = { pages: { 'a.md': '[a](#a) [b](https://example.com)\n# a' }, read: () => undefined, isPublished: () => true };
  expect(checkLinks(site)).toEqual({ problems: [], internal: 1, external: 1 });
});

test('every link of the pages has a target', () => {
  expect(checkLinks(wholeSite()).problems).toEqual([]);
});
