import type { awscdk } from 'projen';
import { Component, javascript } from 'projen';

/** examples/ are apps of their own: type-checked and run against the sources under the package's name. */
export class Examples extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);

    const config = new javascript.TypescriptConfig(project, {
      fileName: 'examples/tsconfig.json',
      extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
      include: ['**/*.ts', '../scripts/**/*.ts'],
      compilerOptions: {
        noEmit: true,
        rootDir: '..',
        paths: { 'cdk-compliant-backup': ['../src'] },
      },
    });

    const check = project.addTask('check:examples', {
      description: 'Type-check examples and scripts',
      exec: `tsc --noEmit -p ${config.fileName}`,
    });
    project.postCompileTask.spawn(check);
    project.eslint?.addOverride({
      files: ['examples/**/*.ts', 'scripts/**/*.ts'],
      rules: {
        'import/no-unresolved': ['error', { ignore: ['^cdk-compliant-backup$'] }],
        'import/no-extraneous-dependencies': 'off',
      },
    });

    project.addTask('demo', {
      description: 'Synthesise every example and show what is protected by which tier',
      exec: `tsx --tsconfig ${config.fileName} scripts/demo.ts`,
      receiveArgs: true,
    });
    project.npmignore?.exclude('/examples/tsconfig.json', '/rosetta/', '/scripts/', '/.ci/');
  }
}
