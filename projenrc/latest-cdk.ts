import { type awscdk, Component, JsonFile } from 'projen';

/** Slow suites that load no module of the CDK. They run once. `test/latest-cdk.test.ts` checks their imports. */
const WITHOUT_CDK = [
  'test/checks/fuzz.test.ts',
  'test/cli/check.test.ts',
  'test/cli/malformed.test.ts',
  'test/cli/mistakes.test.ts',
  'test/inventory/fuzz.test.ts',
  'test/schedule/cron.properties.test.ts',
  'test/schedule/oracle.test.ts',
  'test/schedule/run-days.test.ts',
];

/** Runs the tests again on the newest supported aws-cdk-lib, which also includes the newest validation engine. */
export class LatestCdk extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary, version: string) {
    super(project);
    project.addDevDeps(`aws-cdk-lib-latest@npm:aws-cdk-lib@${version}`);

    const jest = project.jest!;
    const config = new JsonFile(project, 'test/jest.latest.json', {
      obj: () => ({
        ...jest.config,
        rootDir: '..',
        testPathIgnorePatterns: [...jest.config.testPathIgnorePatterns ?? [], ...WITHOUT_CDK.map((suite) => `<rootDir>/${suite}`)],
        moduleNameMapper: { ...jest.config.moduleNameMapper, '^aws-cdk-lib((?:/.*)?)$': 'aws-cdk-lib-latest$1' },
      }),
    });
    project.testTask.spawn(project.addTask('test:latest', {
      description: `Run the tests on aws-cdk-lib ${version}`,
      exec: `jest --ci -c ${config.path}`,
      receiveArgs: true,
    }));
    project.npmignore?.exclude('/test/');
  }
}
