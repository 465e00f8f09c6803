import { type awscdk, Component, github } from 'projen';

const READ = { contents: github.workflows.JobPermission.READ };

/** The types of commits on main, and so of titles of pull requests. */
export const COMMIT_TYPES = ['build', 'chore', 'ci', 'docs', 'feat', 'fix', 'perf', 'refactor', 'style', 'test'];

/** The types that users notice. Each makes a release. */
export const RELEASED_TYPES = ['feat', 'fix', 'perf'];

export const PULL_REQUEST_TEMPLATE = [
  '<!-- The title is the commit message: type(scope): what changes for whom. CONTRIBUTING.md lists the types. -->',
  '',
  '## Why',
  '',
  '<!-- The problem, in one or two sentences. Fixes #… -->',
  '',
  '## What changes',
  '',
  '<!-- For users: new or changed props, messages, findings, templates. If a template in examples/ or test/integ/ changes, say why. -->',
  '',
  '## Checks',
  '',
  '- [ ] `npm test` passes, and `bash .ci/run` where I have the other languages.',
  '- [ ] Each new test failed once without the change.',
  '- [ ] Facts about AWS Backup are in `src/capabilities/`, with source and date.',
  '- [ ] A breaking change has `!` in the title and describes how to migrate.',
];

/** A pull request runs `.ci/run` on every supported version of Node.js, and also compiles for .NET. */
export class PullRequests extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary, nodeVersions: readonly string[]) {
    super(project);
    project.npmignore?.exclude('/CHANGELOG.md', '/CODE_OF_CONDUCT.md', '/SECURITY.md'); // GitHub shows them
    const workflow = new github.GithubWorkflow(project.github!, 'build', {
      limitConcurrency: true,
      concurrencyOptions: { group: '${{ github.workflow }}-${{ github.ref }}', cancelInProgress: true },
    });
    workflow.on({ pullRequest: {}, workflowDispatch: {} });

    const checkout = github.WorkflowSteps.checkout();
    workflow.addJobs({
      checks: {
        name: 'Checks on Node.js ${{ matrix.node }}',
        runsOn: ['ubuntu-latest'],
        permissions: READ,
        strategy: { failFast: false, matrix: { domain: { node: [...nodeVersions] } } },
        tools: { node: { version: '${{ matrix.node }}' }, python: { version: '3.11' }, java: { version: '17' }, go: { version: '^1.25.0' } },
        steps: [checkout, { name: 'Check', run: 'bash .ci/run' }],
        timeoutMinutes: 120,
      },
      dotnet: {
        name: 'Package for .NET',
        runsOn: ['ubuntu-latest'],
        permissions: READ,
        tools: { node: { version: '22' }, dotnet: { version: '6.x' } }, // as in the release
        steps: [
          checkout,
          { name: 'Install', run: 'npm ci' },
          { name: 'Compile', run: 'npx projen compile' },
          { name: 'Package', run: 'npx projen package:dotnet' },
        ],
        timeoutMinutes: 30,
      },
      build: {
        runsOn: ['ubuntu-latest'],
        needs: ['checks', 'dotnet'],
        if: 'always()',
        permissions: {},
        steps: [{
          name: 'All jobs passed', // the one check to require, independent of the matrix
          env: { RESULTS: "${{ join(needs.*.result, ' ') }}" },
          run: '[ "$RESULTS" = "success success" ]',
        }],
      },
    });
    // The job that checks the title reads the pull request and writes nothing.
    const lint = project.github!.tryFindWorkflow('pull-request-lint')!;
    lint.updateJob('validate', { ...lint.getJob('validate') as github.workflows.Job, permissions: { pullRequests: github.workflows.JobPermission.READ } });
  }
}
