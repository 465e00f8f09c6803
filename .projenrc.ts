import { awscdk, javascript, ReleasableCommits, typescript } from 'projen';
import {
  Bindings, CLOCK, COMMIT_TYPES, Conformance, ImportArrows, LatestCdk, NpmPackage, ON_CLOCKS, ON_CLOCKS_IN_TESTS, ON_MESSAGES, PinnedActions,
  Programs, PULL_REQUEST_TEMPLATE, PullRequests, READS_MESSAGES, RELEASED_TYPES, ReleaseWorkflow, RestrictedSyntax, Weekly,
} from './projenrc';

// Validation plug-ins run once per app from 2.269.0; an acknowledgment counts for its own path only from 2.271.0.
const CDK_FLOOR = '2.271.0';
const CDK_LATEST = '2.276.0';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-compliant-backup',
  description: 'AWS CDK constructs and checks for AWS Backup that report mistakes at synthesis, not in a failed job',
  author: 'cdk-compliant-backup contributors',
  authorAddress: 'maintainers@example.com',
  repositoryUrl: 'https://github.com/example/cdk-compliant-backup.git',
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  copyrightOwner: 'cdk-compliant-backup contributors',
  keywords: ['aws', 'cdk', 'backup', 'aws-backup', 'vault-lock', 'disaster-recovery', 'compliance', 'cdk-nag'],

  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '^0.103.25',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0', // never let npm choose: the registry's latest is 7.x
  minNodeVersion: '20.0.0',
  workflowNodeVersion: '22',
  bumpPackage: 'commit-and-tag-version@^12', // v13 needs Node.js 22

  cdkVersion: CDK_FLOOR,
  constructsVersion: '10.5.1',
  peerDeps: ['cdk-nag@^3.0.2'],
  devDeps: [
    'fast-check', 'croner@11.0.1', '@aws-sdk/client-backup', 'sift', 'tsx', '@jest/test-sequencer@^30', 'ajv@^8', 'ajv-draft-04', 'ajv-formats', 'esbuild@^0.28', '@microsoft/jest-sarif@1.0.0-beta.0',
    '@cloud-copilot/iam-simulate@0.1.173', 'fzstd@0.1.1', // used by conformance/ only
    '@aws-cdk/cloudformation-diff@2.187.5', '@aws-cdk/integ-tests-alpha@2.245.0-alpha.0',
    '@aws-sdk/client-cloudformation', '@aws-sdk/client-kms', '@aws-sdk/client-sns',
    'aws-cdk@2.1148.1', // not the newest: `latest` on npm is 3.0.0, published in April 2025 by mistake
  ],
  bin: { 'cdk-compliant-backup': 'bin/cdk-compliant-backup' },

  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  compressAssembly: true,
  docgen: true,
  sampleCode: false,
  stability: 'experimental',

  buildWorkflow: false, // see projenrc/pull-requests.ts
  pullRequestTemplateContents: PULL_REQUEST_TEMPLATE,
  autoMerge: false, // a maintainer merges, because a merge can start a release
  githubOptions: { mergify: false, pullRequestLintOptions: { semanticTitleOptions: { types: COMMIT_TYPES } } },

  releasableCommits: ReleasableCommits.ofType(RELEASED_TYPES),
  releaseEnvironment: 'release', // its reviewers approve each release
  jsiiReleaseVersion: '0.2.1061', // for publib
  npmTrustedPublishing: true,
  npmProvenance: true,
  publishToPypi: { distName: 'cdk-compliant-backup', module: 'cdk_compliant_backup', trustedPublishing: true },
  publishToMaven: {
    javaPackage: 'io.github.cdkcompliantbackup',
    mavenGroupId: 'io.github.example',
    mavenArtifactId: 'cdk-compliant-backup',
  },
  publishToNuget: { dotNetNamespace: 'CdkCompliantBackup', packageId: 'CdkCompliantBackup', trustedPublishing: true },
  publishToGo: { moduleName: 'github.com/example/cdk-compliant-backup-go' },

  integrationTestAutoDiscover: false,
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,

  eslintOptions: { dirs: ['src'], devdirs: ['test', 'examples', 'scripts', 'benchmark', 'conformance', 'bindings', 'projenrc'], commandOptions: { fix: false } },
  tsJestOptions: { transformOptions: { tsconfig: typescript.TsJestTsconfig.fromFile('test/tsconfig.json'), diagnostics: typescript.TsJestDiagnostics.none() } },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false, // the tests take four times as long with it
      maxWorkers: '100%', // by default, jest leaves one of two cores unused
      testSequencer: '<rootDir>/test/longest-first.js',
      globalSetup: '<rootDir>/test/temporary-folder/make.ts',
      globalTeardown: '<rootDir>/test/temporary-folder/remove.ts',
      setupFiles: ['<rootDir>/test/setup-env.ts'],
      moduleNameMapper: { '^cdk-compliant-backup$': '<rootDir>/src' },
    },
  },
  gitignore: ['.jsii.gz', '.jsii.tabl.json', 'cdk.out/', '.venv/'],
});

// jest 30 and the eslint import resolver need unrs-resolver ^1.7; at 1.13.0 npm
// lacks some platform bindings and `npm ci` then refuses the lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// jsii lists Node.js 20 as past its end of life. The value is a list of silenced major versions.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

// Every README and docstring example must compile.
project.postCompileTask.spawn(project.addTask('rosetta:extract', {
  description: 'Compile every README and docstring example',
  exec: 'jsii-rosetta extract --strict .jsii',
}));
project.postCompileTask.spawn(project.addTask('check:docs', {
  description: 'Every public member has a docstring with its default, unit, and AWS page',
  exec: 'tsx --tsconfig scripts/tsconfig.json scripts/check-docs.ts',
}));
project.npmignore?.include('.jsii.gz', '.jsii.tabl.json');
// The reports of jest are at the root. A folder of the sources can have the same name.
project.gitignore.removePatterns('coverage');
project.tryFindObjectFile('.eslintrc.json')!.addToArray('ignorePatterns', '!src/**/coverage/', '!test/**/coverage/');
project.addTask('test:coverage', { description: 'Run the tests and write their coverage to coverage/', exec: 'jest --ci --coverage' });

// The linter keeps one program for each tsconfig.json in memory, each with the types of aws-cdk-lib.
project.tasks.tryFind('eslint')!.env('NODE_OPTIONS', '--max-old-space-size=8192');

new ImportArrows(project);
new RestrictedSyntax(project, {
  'src/**/*.ts': [...ON_CLOCKS, ...ON_MESSAGES],
  [CLOCK]: ON_MESSAGES,
  [READS_MESSAGES]: ON_CLOCKS,
  'test/**/*.ts': ON_CLOCKS_IN_TESTS,
});
new Programs(project);
new Conformance(project);
new Bindings(project);
new LatestCdk(project, CDK_LATEST);
new NpmPackage(project);
new Weekly(project);
new PullRequests(project, ['20', '22', '24']);
new ReleaseWorkflow(project);
new PinnedActions(project); // last, because it changes the jobs of the others

// The snapshots are not those of jest. See scripts/snapshots.ts.
project.tasks.removeTask('test:update');

project.testTask.spawn(project.addTask('check:types', {
  description: 'Type-check the tests, which jest runs untyped for speed',
  exec: 'tsc --noEmit -p test/tsconfig.json',
}));

// A plain build packages JavaScript only; the other languages are packaged by the release workflow.
project.packageTask.reset();
project.packageTask.spawn(project.tasks.tryFind('package:js')!);

project.synth();
