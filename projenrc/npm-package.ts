import { type awscdk, Component } from 'projen';

/** The content of the npm package, and how an app loads it. */
export class NpmPackage extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    project.compileTask.spawn(project.addTask('bundle:library', {
      description: 'Write the compiled modules into a few files, and let each export load its own module when it is first used',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/bundle-library.ts',
    }));
    // Only bundles are published. Those of the command line contain commander, whose version 15 is an ES module only, and yaml.
    project.npmignore?.addPatterns('/lib/*/**/*.js', '!/lib/shared/*.js', '/lib/cli/*', '!/lib/cli/bundle.js', '!/lib/cli/yaml.js');
    // No public declaration refers to these. The programs of `npm run test:bindings` compile with those that are left.
    project.npmignore?.addPatterns('/lib/checks/*/', '/lib/iam/', '/lib/inventory/', '/lib/schedule/');
    project.npmignore?.addPatterns('/lib/validation/*.d.ts', ...['environment', 'notification', 'organization', 'resource', 'restore-testing', 'storage'].map((folder) => `/lib/validation/${folder}/`));
    // Read from the repository, by pre-commit and GitHub.
    project.npmignore?.exclude('/.pre-commit-hooks.yaml', '/action.yml', '/action/');
    // The declarations contain the same text.
    project.npmignore?.exclude('/API.md');
    project.addDevDeps('commander@14.0.3', 'yaml@2.9.1');
    project.eslint?.allowDevDeps('src/cli/**');
    project.addTask('bench:import', {
      description: 'Measure what loading the compiled package costs and write its section of benchmark/results.md',
      exec: 'tsx --tsconfig benchmark/tsconfig.json benchmark/import.ts',
    });
  }
}
