import { type awscdk, Component } from 'projen';

/** The content of the npm package, and how an app loads it. */
export class NpmPackage extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    project.compileTask.spawn(project.addTask('lazy-index', {
      description: 'Let each export of the compiled package load its own module when it is first used',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/lazy-index.ts',
    }));
    // Only the bundles of the command line are published. They contain commander, whose version 15 is an ES module only, and yaml.
    project.npmignore?.addPatterns('/lib/cli/*', '!/lib/cli/bundle.js', '!/lib/cli/yaml.js');
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
