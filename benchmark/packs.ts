import { mkdtempSync, rmSync } from 'fs';
import { cpus, tmpdir } from 'os';
import { join } from 'path';
import { type CfnResource, App, Stack, Tags } from 'aws-cdk-lib';
import { CfnBackupPlan, CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type NagPackProps, AwsSolutionsChecks, NagMessageLevel, NagPack, rules } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { median } from './median';
import { writeSection } from './results';
import { BackupChecks } from '../src';
import { RULES } from '../src/checks/rules';

const SIZES = [1_600, 6_400, 12_800];
const TABLES_OF_A_STACK = 400;
const RUNS = 5;

/** The rule of cdk-nag that checks whether a table is in a plan. */
class DynamoDbInBackupPlan extends NagPack {
  public readonly name = 'OneRule';

  constructor(scope?: IConstruct, props?: NagPackProps) {
    super(scope, props);
    this.packName = this.name;
  }

  protected checkResource(node: CfnResource): void {
    const rule = rules.dynamodb.DynamoDBInBackupPlan;
    this.applyRule({ info: 'not in a plan', explanation: '', level: NagMessageLevel.ERROR, rule, ruleSuffixOverride: 'DynamoDBInBackupPlan', node });
  }
}

/** Tables in stacks of 400, every second of them tagged, with a plan and a selection by tag in each stack. */
function appOf(tables: number, outdir: string): App {
  const app = new App({ outdir, treeMetadata: false, analyticsReporting: false });
  for (let index = 0; index < tables / TABLES_OF_A_STACK; index++) {
    const stack = new Stack(app, `Stack${index}`, { env: { account: '111122223333', region: 'eu-west-1' } });
    for (let table = 0; table < TABLES_OF_A_STACK; table++) {
      const made = new Table(stack, `Table${table}`, { partitionKey: { name: 'id', type: AttributeType.STRING }, billingMode: BillingMode.PAY_PER_REQUEST });
      if (table % 2 === 0) { Tags.of(made).add('backup', 'gold'); }
    }
    const plan = new CfnBackupPlan(stack, 'Plan', {
      backupPlan: { backupPlanName: `plan-${index}`, backupPlanRule: [{ ruleName: 'daily', targetBackupVault: 'Default', lifecycle: { deleteAfterDays: 35 } }] },
    });
    new CfnBackupSelection(stack, 'Selection', {
      backupPlanId: plan.ref,
      backupSelection: {
        selectionName: 'gold',
        iamRoleArn: 'arn:aws:iam::111122223333:role/backup',
        listOfTags: [{ conditionType: 'STRINGEQUALS', conditionKey: 'backup', conditionValue: 'gold' }],
      },
    });
  }
  return app;
}

interface Measured { readonly milliseconds: number; readonly megabytes: number }

function measure(run: () => unknown): Measured {
  global.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const start = performance.now();
  const held = run();
  const milliseconds = performance.now() - start;
  const megabytes = (process.memoryUsage().heapUsed - heap) / 1024 / 1024;
  if (held === undefined) { throw new Error('nothing was reported'); }
  return { milliseconds, megabytes };
}

interface Row { readonly tables: number; readonly ours: Measured; readonly oneRule: Measured; readonly awsSolutions: Measured }

function rowOf(tables: number): Row {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const app = appOf(tables, outdir);
    app.synth();
    const contenders = {
      ours: ((pack) => () => pack.validate({ appConstruct: app, templatePaths: [], stackTemplates: [] } as never))(new BackupChecks(app)),
      oneRule: ((pack) => () => pack.validateScope(app))(new DynamoDbInBackupPlan(app)),
      awsSolutions: ((pack) => () => pack.validateScope(app))(new AwsSolutionsChecks(app)),
    };
    const measured: Record<keyof typeof contenders, Measured[]> = { ours: [], oneRule: [], awsSolutions: [] };
    // In turns, so that other load on the machine affects all of them
    for (let run = 0; run < RUNS; run++) {
      for (const name of Object.keys(contenders) as (keyof typeof contenders)[]) { measured[name].push(measure(contenders[name])); }
    }
    const of = (name: keyof typeof contenders): Measured => ({
      milliseconds: median(measured[name].map(({ milliseconds }) => milliseconds)),
      megabytes: median(measured[name].map(({ megabytes }) => megabytes)),
    });
    return { tables, ours: of('ours'), oneRule: of('oneRule'), awsSolutions: of('awsSolutions') };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

process.env.CDK_VALIDATION = 'false';
const rows = SIZES.map(rowOf);
const [smallest, largest] = [rows[0], rows[rows.length - 1]];
const ms = ({ milliseconds }: Measured) => `${milliseconds.toFixed(0)} ms`;
const mb = ({ megabytes }: Measured) => `${megabytes.toFixed(0)} MB`;
const ratio = (one: Measured, other: Measured) => (one.milliseconds / other.milliseconds).toFixed(3);
const growth = (name: 'ours' | 'oneRule' | 'awsSolutions') => (largest[name].milliseconds / smallest[name].milliseconds).toFixed(1);

writeSection('BackupChecks against cdk-nag', 'bench', `${cpus().length} cores. Times differ from machine to machine. The ratios were measured in one process, in turns, on the same tree. The tree has tables in stacks of ${TABLES_OF_A_STACK}, half of them tagged, with a plan and a selection by tag in
each. Median of ${RUNS}.

The whole \`BackupChecks\`, ${RULES.length} rules, reads the synthesized templates, as in a synthesis. The packs of cdk-nag resolve the construct tree. Memory is the
growth of the heap in a run.

| tables | BackupChecks | cdk-nag's rule DynamoDBInBackupPlan alone | AwsSolutionsChecks | BackupChecks / the one rule | BackupChecks / AwsSolutionsChecks |
| --: | --: | --: | --: | --: | --: |
${rows.map(({ tables, ours, oneRule, awsSolutions }) =>
  `| ${tables} | ${ms(ours)}, ${mb(ours)} | ${ms(oneRule)}, ${mb(oneRule)} | ${ms(awsSolutions)}, ${mb(awsSolutions)} | ${ratio(ours, oneRule)} | ${ratio(ours, awsSolutions)} |`).join('\n')}

With ${largest.tables / smallest.tables} times the tables, BackupChecks needs ${growth('ours')} times the time, the one rule ${growth('oneRule')} times, and AwsSolutionsChecks
${growth('awsSolutions')} times.
`);
