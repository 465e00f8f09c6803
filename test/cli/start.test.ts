import { folderWith, run } from './binary';
import { FAULTY_JSON, FAULTY_YAML } from './templates';

const cwd = folderWith({
  'a.json': FAULTY_JSON,
  'a.yaml': FAULTY_YAML,
  'print-loaded.js': 'process.on(\'exit\', () => process.stderr.write(Object.keys(require.cache).join(\'\\n\')));',
});

const loadedBy = (...args: string[]) => run(args, { cwd, node: ['--require', './print-loaded.js'] }).err.replaceAll('\\', '/').split('\n');
const packages = (files: readonly string[]) => new Set(files.map((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter((name) => name !== undefined));

test.each<[string[], string[]]>([
  [['check', 'a.json'], ['commander']],
  [['check', 'a.json', '--format', 'sarif'], ['commander']],
  [['check', 'a.yaml'], ['commander', 'yaml']],
  [['rules'], ['commander']],
])('%j loads %j and nothing else, above all no CDK', (args, expected) => {
  const loaded = loadedBy(...args);
  expect(loaded.length).toBeGreaterThan(20);
  expect([...packages(loaded)].filter((name) => name !== 'croner').sort()).toEqual(expected);
});
