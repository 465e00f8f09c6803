import { type javascript, Component } from 'projen';

/** A folder of `src/`, and the folders that it can import from. */
export interface Layer {
  readonly folder: string;
  readonly imports: readonly string[];
  /** Why it imports from no other folder. */
  readonly reason: string;
}

const FACTS = ['capabilities', 'values'];
const PREDICATES = [...FACTS, 'schedule', 'iam', 'validation'];
const SHARED_BY_CONSTRUCTS = [...PREDICATES, 'cdk'];
const CONSTRUCTS = 'constructs write templates and checks read them: they share predicates, but do not import each other';

/** Every folder of `src/`, from facts to the command line. */
export const LAYERS: readonly Layer[] = [
  { folder: 'capabilities', imports: [], reason: 'capabilities are facts about AWS Backup: they do not depend on the code that reads them' },
  { folder: 'values', imports: [], reason: 'values depend neither on AWS Backup nor on the CDK' },
  { folder: 'schedule', imports: FACTS, reason: 'a schedule is read and computed from its text alone' },
  { folder: 'iam', imports: FACTS, reason: 'policies are evaluated from their documents alone: the caller passes the known values' },
  { folder: 'validation', imports: [...FACTS, 'schedule', 'iam'], reason: 'constructs and checks share the predicates, which accept plain values' },
  { folder: 'cdk', imports: PREDICATES, reason: 'the readers of tokens, durations and stacks serve every construct' },
  { folder: 'resource-type', imports: SHARED_BY_CONSTRUCTS, reason: 'plans, selections and audits all name resource types' },
  { folder: 'vault', imports: SHARED_BY_CONSTRUCTS, reason: CONSTRUCTS },
  { folder: 'plan', imports: [...SHARED_BY_CONSTRUCTS, 'resource-type', 'vault'], reason: CONSTRUCTS },
  { folder: 'selection', imports: [...SHARED_BY_CONSTRUCTS, 'resource-type', 'vault', 'plan'], reason: CONSTRUCTS },
  { folder: 'audit', imports: [...SHARED_BY_CONSTRUCTS, 'resource-type', 'vault', 'plan', 'selection'], reason: CONSTRUCTS },
  { folder: 'notification', imports: [...SHARED_BY_CONSTRUCTS, 'vault', 'plan'], reason: CONSTRUCTS },
  { folder: 'inventory', imports: PREDICATES, reason: 'the inventory reads any CloudFormation template, so it cannot depend on our constructs' },
  { folder: 'checks', imports: [...SHARED_BY_CONSTRUCTS, 'inventory'], reason: 'a rule must work on any template, including hand-written YAML' },
  { folder: 'cli', imports: [...PREDICATES, 'inventory', 'checks'], reason: 'the command line reads templates: it does not depend on constructs' },
];

const CDK_FREE = ['capabilities', 'values', 'schedule', 'iam', 'validation', 'inventory', 'checks/rules', 'checks/subjects'];

/** Makes the linter reject imports that ARCHITECTURE.md does not allow, with the reason. */
export class ImportArrows extends Component {
  constructor(project: javascript.NodeProject & { readonly eslint?: javascript.Eslint }) {
    super(project);
    project.eslint?.addRules({
      'import/no-duplicates': ['error', { 'prefer-inline': true }],
      'import/no-restricted-paths': ['error', {
        zones: LAYERS.map(({ folder, imports, reason }) => ({
          target: `./src/${folder}`,
          from: LAYERS.map((other) => other.folder).filter((other) => other !== folder && !imports.includes(other)).map((other) => `./src/${other}`),
          message: reason,
        })),
      }],
    });
    project.eslint?.addOverride({
      files: CDK_FREE.map((folder) => `src/${folder}/**/*.ts`),
      excludedFiles: ['src/inventory/cdk/*.ts'],
      rules: {
        '@typescript-eslint/no-restricted-imports': ['error', {
          patterns: [{
            group: ['aws-cdk-lib', 'aws-cdk-lib/**', 'constructs', '**/cdk/*'],
            message: 'facts, predicates, the inventory, and rules accept plain values, so that the command line can use them without loading the CDK; '
              + 'code that reads constructs belongs in src/cdk or src/inventory/cdk',
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
            message: 'only the YAML reader loads its parser: require it where it is used',
          }],
        }],
      },
    });
  }
}
