import type { awscdk } from 'projen';
import { Component } from 'projen';

/** By the name of their folder: what each is asked. */
const JUDGES: Readonly<Record<string, string>> = {
  'workflows': 'Let actionlint, shellcheck and zizmor judge the workflows of GitHub Actions',
  'linters': 'Let cfn-lint, AWS\'s validation engine and checkov judge the templates of examples, snapshots and random apps',
  'deploy': 'Deploy examples with the CDK\'s command line to an emulator of AWS, and read back what was made',
  'permissions': 'Let an IAM policy evaluation engine judge the policies of the examples',
  'drift': 'Compare the tables in src/capabilities with the API model, the SDK and the CloudFormation schemas of AWS, schedules with croner, and time zones with tzdata',
  'any-day': 'Run tests, apps and the tasks that write documents on other days, such as 29 February and the changes of daylight saving time',
};

/** judges/ compare our work with programs and models that we did not write; `.ci/run` asks them after the tests. */
export class Judges extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    for (const [judge, description] of Object.entries(JUDGES)) {
      project.addTask(`test:${judge}`, { description, exec: `tsx --tsconfig judges/tsconfig.json judges/${judge}/judge.ts`, receiveArgs: true });
    }
    project.eslint?.addRules({
      'no-restricted-imports': ['error', { patterns: [{ group: ['@cloud-copilot/*'], message: 'the engine is under AGPL-3.0: only judges/permissions may ask it' }] }],
    });
    project.eslint?.addOverride({ files: ['judges/permissions/**/*.ts'], rules: { 'no-restricted-imports': 'off' } });
    project.npmignore?.exclude('/judges/', '/.venv/');
  }
}
