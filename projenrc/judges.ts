import type { awscdk } from 'projen';
import { Component, javascript } from 'projen';

/** By the name of their folder: what each has the last word on. */
const JUDGES: Readonly<Record<string, string>> = {
  linters: 'Let cfn-lint, AWS\'s validation engine and checkov judge the templates of examples, snapshots and random apps',
  deploy: 'Deploy examples with the CDK\'s command line to an emulator of AWS, and read back what was made',
  permissions: 'Let an IAM policy evaluation engine judge the policies of the examples',
  drift: 'Compare the tables in src/capabilities with the API model, the SDK and the CloudFormation schemas of AWS, and schedules with croner',
};

/** judges/ compare our work with programs and models that we did not write; `.ci/run` asks them after the tests. */
export class Judges extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    const tsconfig = new javascript.TypescriptConfig(project, {
      fileName: 'judges/tsconfig.json',
      extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
      include: ['**/*.ts'],
      compilerOptions: {
        noEmit: true,
        rootDir: '..',
        paths: { 'cdk-compliant-backup': ['../src'] },
      },
    });
    for (const [judge, description] of Object.entries(JUDGES)) {
      project.addTask(`test:${judge}`, { description, exec: `tsx --tsconfig ${tsconfig.fileName} judges/${judge}/judge.ts`, receiveArgs: true });
    }
    project.tasks.tryFind('check:examples')!.exec(`tsc --noEmit -p ${tsconfig.fileName}`);
    project.eslint?.addOverride({
      files: ['judges/**/*.ts'],
      rules: {
        'import/no-unresolved': ['error', { ignore: ['^cdk-compliant-backup$'] }],
        'import/no-extraneous-dependencies': 'off',
      },
    });
    project.npmignore?.exclude('/judges/', '/.venv/');
  }
}
