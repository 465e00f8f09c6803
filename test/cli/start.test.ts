import { folderWith, run } from './binary';
import { FAULTY_JSON, FAULTY_YAML } from './templates';

const cwd = folderWith({
  'a.json': FAULTY_JSON,
  'a.yaml': FAULTY_YAML,
  'print-loaded.js': 'process.on(\'exit\', () => process.stderr.write(Object.keys(require.cache).join(\'\\n\')));',
});

const loadedBy = (...args: string[]) => run(args, { cwd, node: ['--require', './print-loaded.js'] }).err.replaceAll('\\', '/').split('\n');
const packages = (files: readonly string[]) => new Set(files.map((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter((name) => name !== undefined));

// The command line is one file that contains commander. Bundling fails if it would contain another package
test.each<[string[], string[]]>([
  [['check', 'a.json'], []],
  [['check', 'a.json', '--format', 'sarif'], []],
  [['check', 'a.yaml'], ['yaml']],
  [['rules'], []],
])('%j loads from other packages only %j, and not the CDK', (args, expected) => {
  const loaded = loadedBy(...args);
  expect(loaded.some((file) => file.endsWith('/lib/cli/bundle.js'))).toBe(true);
  expect([...packages(loaded)]).toEqual(expected);
});
