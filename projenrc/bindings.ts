import { type awscdk, Component } from 'projen';

/** The package in each language, installed and run as packed, and its page in docs/. */
export class Bindings extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    project.addDevDeps('publint@^0.3', '@arethetypeswrong/cli@^0.18');
    project.package.addField('type', 'commonjs');
    project.npmignore?.exclude('/bindings/', '/ARCHITECTURE.md', '/CONTRIBUTING.md');

    const python = project.addTask('docs:python', {
      description: 'Translate the snippets of docs/ into docs/python.md',
      exec: 'tsx --tsconfig scripts/tsconfig.json scripts/docs/write-python.ts',
    });
    const extract = project.tasks.tryFind('rosetta:extract')!;
    project.postCompileTask.spawn(python);

    const test = project.addTask('test:bindings', {
      description: 'Pack for every language, install the packages, and compare what programs in TypeScript, Python, Java and Go synthesize',
    });
    test.exec('tsx --tsconfig scripts/tsconfig.json scripts/bindings/programs.ts');
    test.spawn(project.compileTask);
    test.spawn(extract);
    test.spawn(project.tasks.tryFind('bundle:cli')!);
    test.exec('tsx --tsconfig scripts/tsconfig.json scripts/bindings/main.ts');
  }
}
