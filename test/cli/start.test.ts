import { basename } from 'node:path';
import { folderWith, run } from './binary';
import { FAULTY_JSON, FAULTY_YAML } from './templates';

const cwd = folderWith({
  'a.json': FAULTY_JSON,
  'a.yaml': FAULTY_YAML,
  'print-loaded.js': 'process.on(\'exit\', () => process.stderr.write(Object.keys(require.cache).join(\'\\n\')));',
});

const loadedBy = (...args: string[]) => run(args, { cwd, node: ['--require', './print-loaded.js'] }).err.replaceAll('\\', '/').split('\n');

// The bundles contain commander and yaml. Bundling fails if they would contain another package
test.each<[string[], string[]]>([
  [['check', 'a.json'], ['bundle.js']],
  [['check', 'a.json', '--format', 'sarif'], ['bundle.js']],
  [['check', 'a.yaml'], ['bundle.js', 'yaml.js']],
  [['rules'], ['bundle.js']],
])('%j loads only %j, and no other package', (args, expected) => {
  const loaded = loadedBy(...args);
  expect(loaded.filter((file) => file.includes('/lib/')).map((file) => basename(file))).toEqual(expected);
  expect(loaded.filter((file) => file.includes('/node_modules/'))).toEqual([]);
});
