import { type awscdk, Component } from 'projen';

/** The description of each conformance test, by the name of its folder. */
const TESTS: Readonly<Record<string, string>> = {
  'workflows': 'Check the workflows of GitHub Actions with actionlint, shellcheck, and zizmor',
  'linters': 'Check the templates of examples, snapshots, and random apps with cfn-lint, AWS\'s validation engine, and checkov',
  'deploy': 'Deploy examples with the CDK\'s command line to an emulator of AWS, and read back what was created',
  'permissions': 'Evaluate the policies of the examples with an IAM policy evaluation engine',
  'yaml': 'Compare how the command line reads templates in YAML with PyYAML',
  'drift': 'Compare the tables in src/capabilities with the API model, the SDK, and the CloudFormation schemas of AWS, schedules with croner, and time zones with tzdata',
  'any-day': 'Run tests, apps, and the tasks that write documents on other days, such as 29 February and the changes of daylight saving time',
};

/** Conformance tests compare the library with independent programs and models. `.ci/run` runs them after the unit tests. */
export class Conformance extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    for (const [name, description] of Object.entries(TESTS)) {
      project.addTask(`test:${name}`, { description, exec: `tsx --tsconfig conformance/tsconfig.json conformance/${name}/main.ts`, receiveArgs: true });
    }
    project.eslint?.addRules({
      'no-restricted-imports': ['error', { patterns: [{ group: ['@cloud-copilot/*'], message: 'The engine is licensed under AGPL-3.0: only conformance/permissions can import it' }] }],
    });
    project.eslint?.addOverride({ files: ['conformance/permissions/**/*.ts'], rules: { 'no-restricted-imports': 'off' } });
    project.npmignore?.exclude('/conformance/', '/.venv/');
  }
}
