import { type awscdk, Component, github } from 'projen';

/** Tests that are too slow for each change, or that depend on the data of others. */
export class Weekly extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    // Stryker 10 needs Node.js 22. mocha runs the tests with the parts of jest that they use
    project.addDevDeps('@stryker-mutator/core@9.6.1', '@stryker-mutator/mocha-runner@9.6.1', 'mocha@^11', 'expect@^30', 'jest-each@^30', 'jest-mock@^30');
    const mutation = project.addTask('test:mutation', {
      description: 'Insert mistakes into the sources, check that a test fails, and write the score to benchmark/results.md',
      env: { TSX_TSCONFIG_PATH: 'test/tsconfig.json' },
    });
    mutation.say('Needs the packages of `npm ci`, and about an hour on an idle machine.');
    mutation.exec('stryker run test/mutation/stryker.json');
    mutation.exec('tsx --tsconfig benchmark/tsconfig.json benchmark/mutation.ts');
    project.gitignore.exclude('/reports/');
    project.npmignore?.exclude('/reports/');

    const weekly = new github.GithubWorkflow(project.github!, 'weekly');
    weekly.on({ schedule: [{ cron: '0 3 * * 1' }], workflowDispatch: {} });
    const job = (name: string, ...steps: github.workflows.JobStep[]): github.workflows.Job => ({
      name,
      runsOn: ['ubuntu-latest'],
      permissions: { contents: github.workflows.JobPermission.READ },
      tools: { node: { version: '20' } },
      steps: [
        github.WorkflowSteps.checkout(),
        { name: 'Install', run: 'npm ci' },
        ...steps,
      ],
    });
    weekly.addJobs({
      mutation: {
        ...job(
          'Mutation score',
          { name: 'Test', run: 'npm run test:mutation' },
          { name: 'Keep the report', if: 'always()', uses: github.ActionRefs.ACTIONS_UPLOAD_ARTIFACT, with: { name: 'mutation', path: 'reports/mutation.json\nbenchmark/results.md' } },
        ),
        timeoutMinutes: 360,
      },
      links: job('Links to other sites', { name: 'Follow', run: 'npm run check:links' }),
      drift: job(
        'The newest API model of AWS and time zones',
        { name: 'Install botocore and tzdata', run: 'python3 -m venv .venv/drift && .venv/drift/bin/pip install botocore tzdata' },
        { name: 'Compare', run: 'npm run test:drift' },
      ),
    });
  }
}
