import type { javascript } from 'projen';
import { Component } from 'projen';

interface Arrow {
  readonly from: string;
  readonly mayNotImport: string[];
  readonly because: string;
}

const CONSTRUCTS = ['vault', 'plan', 'selection', 'audit', 'notification', 'restore-testing', 'governance'];

const ARROWS: Arrow[] = [
  {
    from: 'capabilities',
    mayNotImport: ['values', 'schedule', 'private', ...CONSTRUCTS, 'inventory', 'checks', 'posture', 'cli'],
    because: 'capabilities are facts about AWS Backup: they know nothing of the code that reads them',
  },
  {
    from: 'values',
    mayNotImport: ['schedule', 'private', ...CONSTRUCTS, 'inventory', 'checks', 'posture', 'cli'],
    because: 'values know neither AWS Backup nor the CDK',
  },
  {
    from: 'schedule',
    mayNotImport: ['private', ...CONSTRUCTS, 'inventory', 'checks', 'posture', 'cli'],
    because: 'a schedule is read and computed from its text alone',
  },
  {
    from: 'private',
    mayNotImport: [...CONSTRUCTS, 'inventory', 'checks', 'posture', 'cli'],
    because: 'private holds what constructs and checks share: it may read capabilities only',
  },
  {
    from: 'inventory',
    mayNotImport: [...CONSTRUCTS, 'checks', 'posture', 'cli'],
    because: 'the inventory reads any CloudFormation template, so it cannot know our constructs',
  },
  {
    from: 'checks',
    mayNotImport: [...CONSTRUCTS, 'posture', 'cli'],
    because: 'a rule must work on anybody\'s template, hand-written YAML included',
  },
  {
    from: 'posture',
    mayNotImport: [...CONSTRUCTS, 'checks', 'cli'],
    because: 'reports are made from the inventory alone',
  },
  {
    from: 'cli',
    mayNotImport: CONSTRUCTS,
    because: 'the command line reads templates: it knows no construct',
  },
  ...CONSTRUCTS.map((from) => ({
    from,
    mayNotImport: ['inventory', 'checks', 'posture', 'cli'],
    because: 'constructs write templates, checks read them: they share predicates through private, never each other',
  })),
];

/** Lets the linter refuse an import against the arrows of ARCHITECTURE.md, and say why. */
export class ImportArrows extends Component {
  constructor(project: javascript.NodeProject & { readonly eslint?: javascript.Eslint }) {
    super(project);
    project.eslint?.addRules({
      'import/no-restricted-paths': ['error', {
        zones: ARROWS.map((arrow) => ({
          target: `./src/${arrow.from}`,
          from: arrow.mayNotImport.map((folder) => `./src/${folder}`),
          message: arrow.because,
        })),
      }],
    });
    project.eslint?.addOverride({
      files: ['src/capabilities/**/*.ts', 'src/private/*.ts', 'src/values/**/*.ts', 'src/schedule/**/*.ts', 'src/inventory/**/*.ts'],
      excludedFiles: ['src/inventory/cdk/*.ts'],
      rules: {
        '@typescript-eslint/no-restricted-imports': ['error', {
          patterns: [{
            group: ['aws-cdk-lib', 'aws-cdk-lib/**', 'constructs', '**/cdk/*'],
            message: 'facts, predicates and the inventory take plain values, so that the command line can use them without loading the CDK; '
              + 'what reads constructs belongs in src/private/cdk or src/inventory/cdk',
          }],
        }],
      },
    });
    project.eslint?.addOverride({
      files: ['src/cli/**/*.ts'],
      rules: {
        '@typescript-eslint/no-restricted-imports': ['error', {
          patterns: [{
            group: ['aws-cdk-lib', 'aws-cdk-lib/**', 'cdk-nag', 'constructs', '**/cdk/*', '**/checks/*-checks', '**/checks/backup-pack', '**/checks/pack-options'],
            message: 'the command line starts quickly: it loads neither the CDK nor cdk-nag',
          }, {
            group: ['yaml'],
            allowTypeImports: true,
            message: 'only who reads YAML waits for its parser: require it where it is used',
          }],
        }],
      },
    });
  }
}
