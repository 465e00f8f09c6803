import { type awscdk, Component, javascript } from 'projen';

/** Run against the sources under the package's name, and type-checked by themselves. */
const FOLDERS = ['examples', 'scripts', 'benchmark', 'bindings', 'conformance'];

/** The programs beside the library: examples, benchmarks, generators of documents, and conformance tests. */
export class Programs extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);

    const check = project.addTask('check:examples', {
      description: 'Type-check the programs beside the library: examples, scripts, benchmarks, bindings, and conformance tests',
    });
    for (const folder of FOLDERS) {
      const { fileName } = new javascript.TypescriptConfig(project, {
        fileName: `${folder}/tsconfig.json`,
        extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
        include: ['**/*.ts'],
        compilerOptions: {
          noEmit: true,
          rootDir: '..',
          paths: { 'cdk-compliant-backup': ['../src'] },
        },
      });
      check.exec(`tsc --noEmit -p ${fileName}`);
    }
    project.testTask.spawn(check);
    project.eslint?.addOverride({
      files: FOLDERS.map((folder) => `${folder}/**/*.ts`),
      rules: {
        'import/no-unresolved': ['error', { ignore: ['^cdk-compliant-backup$'] }],
        'import/no-extraneous-dependencies': 'off',
      },
    });

    // The tests run the examples too.
    project.tryFindObjectFile('test/tsconfig.json')?.addOverride('compilerOptions.paths', { 'cdk-compliant-backup': ['../src'] });

    project.addTask('demo', {
      description: 'Synthesize every example, and show which tier protects each resource',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/demo.ts',
      receiveArgs: true,
    });
    project.addTask('docs:capabilities', {
      description: 'Write CAPABILITIES.md from the tables in src/capabilities',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/capabilities-table.ts',
    });
    project.addTask('docs:rules', {
      description: 'Write RULES.md from the rules in src/checks',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/rules-table.ts',
    });
    project.addTask('docs:warnings', {
      description: 'Write the table of docs/warnings.md from src/validation/warning-table.ts',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/warnings-table.ts',
    });
    project.addTask('docs:blocks', {
      description: 'Update the messages and programs that README.md and docs/ show from the library and bindings/',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/docs/write-blocks.ts',
    });
    project.testTask.spawn(project.addTask('check:pages', {
      description: 'Compile the snippets of README.md and docs/, and check their links',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/docs/check.ts',
    }));
    project.addTask('check:links', {
      description: 'Follow the links of README.md and docs/ to other sites. Needs access to the internet',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/docs/check-external.ts',
    });
    project.addTask('snapshots:accept', {
      description: 'Accept the current templates of examples and integration tests',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/snapshots.ts',
    });
    project.addTask('bench', {
      description: 'Measure the packs against cdk-nag and write benchmark/results.md',
      exec: 'node --expose-gc node_modules/tsx/dist/cli.mjs --tsconfig benchmark/tsconfig.json benchmark/packs.ts',
    });
    project.postCompileTask.spawn(project.addTask('bundle:cli', {
      description: 'Bundle the command line into one file, which starts quickly',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/bundle-cli.ts',
    }));
    // A clone has the command after `npm ci`, before jsii has run. pre-commit installs a clone, for which npm runs no other script.
    project.setScript('prepare', 'node scripts/prepare.js');
    project.addTask('bench:cli', {
      description: 'Measure the compiled command line and write its section of benchmark/results.md',
      exec: 'tsx --tsconfig benchmark/tsconfig.json benchmark/cli.ts',
    });
    project.addTask('bench:memory', {
      description: 'Measure the memory of the compiled command line and write its section of benchmark/results.md',
      exec: 'tsx --tsconfig benchmark/tsconfig.json benchmark/memory.ts',
    });
    project.npmignore?.exclude('/benchmark/', '/scripts/tsconfig.json', '/examples/tsconfig.json', '/rosetta/', '/scripts/', '/.ci/');
  }
}
