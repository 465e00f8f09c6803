import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { type StageProps, App, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { BackupPlan, BackupResource, BackupSelection, BackupVault } from 'aws-cdk-lib/aws-backup';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Construct } from 'constructs';
import { BackupInventory } from '../../../src/inventory';
import { synthesizedSources } from '../../../src/inventory/cdk/synthesized-sources';
import { treeSources } from '../../../src/inventory/cdk/tree-sources';
import { covered } from '../sources';

const ENV = { account: '111122223333', region: 'eu-central-1' };
const folders: string[] = [];

afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

function folder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'inventory-')));
  return folders[folders.length - 1];
}

function appWith(context: object = {}): App {
  return new App({ outdir: folder(), context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong', ...context } });
}

function tableIn(scope: Construct, id = 'Table'): Table {
  return new Table(scope, id, { partitionKey: { name: 'id', type: AttributeType.STRING } });
}

function select(scope: Construct, ...resources: BackupResource[]): void {
  const backupVault = new BackupVault(scope, 'Vault', { backupVaultName: 'vault' });
  const backupPlan = BackupPlan.daily35DayRetention(scope, 'Plan', backupVault);
  new BackupSelection(scope, 'Selection', { backupPlan, resources });
}

function synthesized(app: App): BackupInventory {
  app.synth();
  return BackupInventory.of(synthesizedSources(app));
}

/** Without the hashes of logical ids. */
function short(answers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name.replace(/[0-9A-F]{8}$/, ''), answer]));
}

const read: [string, (app: App) => BackupInventory][] = [
  ['synthesized', synthesized],
  ['from the tree', (app) => BackupInventory.of(treeSources(app))],
];

describe.each(read)('%s', (_name, inventoryOf) => {
  test.each([
    ['exports', {}],
    ['stack outputs', { '@aws-cdk/core:defaultCrossStackReferences': 'weak' }],
    ['both', { '@aws-cdk/core:defaultCrossStackReferences': 'both' }],
  ])('a selection of another stack is followed through %s', (_kind, context) => {
    const app = appWith(context);
    const data = new Stack(app, 'Data', { env: ENV });
    const table = tableIn(data);
    tableIn(data, 'Other');
    select(new Stack(app, 'Backup', { env: ENV }), BackupResource.fromDynamoDbTable(table));

    expect(short(covered(inventoryOf(app)))).toEqual({ 'Data Table': 'yes', 'Data Other': 'no' });
  });

  test('equal ids in two Stages do not borrow coverage', () => {
    const app = appWith();
    class Deployment extends Stage {
      constructor(id: string, selects: boolean, props: StageProps) {
        super(app, id, props);
        const table = tableIn(new Stack(this, 'Data'));
        const backup = new Stack(this, 'Backup');
        if (selects) { select(backup, BackupResource.fromDynamoDbTable(table)); } else { tableIn(backup); }
      }
    }
    new Deployment('Test', true, {});
    new Deployment('Prod', false, {});

    expect(short(covered(inventoryOf(app)))).toEqual({ 'Test/Data Table': 'yes', 'Prod/Data Table': 'no', 'Prod/Backup Table': 'no' });
  });

  test('equal ids in two stacks do not borrow coverage', () => {
    const app = appWith();
    const one = new Stack(app, 'One', { env: ENV });
    const other = new Stack(app, 'Other', { env: ENV });
    tableIn(one);
    select(one, BackupResource.fromDynamoDbTable(tableIn(other)));

    expect(short(covered(inventoryOf(app)))).toEqual({ 'One Table': 'no', 'Other Table': 'yes' });
  });

  test('nested stacks export and import resources', () => {
    const app = appWith();
    const stack = new Stack(app, 'Stack', { env: ENV });
    const nested = new NestedStack(stack, 'Nested');
    const backup = new NestedStack(stack, 'Backup');
    select(backup, BackupResource.fromDynamoDbTable(tableIn(nested)), BackupResource.fromDynamoDbTable(tableIn(stack)));
    tableIn(nested, 'Other');
    const tables = Object.entries(short(covered(inventoryOf(app)))).filter(([name]) => !name.endsWith('Resource'));

    expect(Object.fromEntries(tables)).toEqual({ 'Stack Table': 'yes', 'Stack/Nested Table': 'yes', 'Stack/Nested Other': 'no' });
  });

  test('CfnInclude', () => {
    const app = appWith();
    const stack = new Stack(app, 'Stack', { env: ENV });
    const templateFile = join(folder(), 'included.json');
    writeFileSync(templateFile, JSON.stringify({ Resources: { Included: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] } } } }));
    new CfnInclude(stack, 'Include', { templateFile });
    select(stack, BackupResource.fromArn(stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: '*' })));

    expect(covered(inventoryOf(app))).toEqual({ 'Stack Included': 'yes' });
  });

  test('a raw override counts', () => {
    const app = appWith();
    const stack = new Stack(app, 'Stack', { env: ENV });
    select(stack, BackupResource.fromTag('backup', 'gold'));
    (tableIn(stack).node.defaultChild as import('aws-cdk-lib').CfnResource).addPropertyOverride('Tags', [{ Key: 'backup', Value: 'gold' }]);

    expect(short(covered(inventoryOf(app)))).toEqual({ 'Stack Table': 'yes' });
  });
});

test('what the CDK carries to another Region is followed', () => {
  const app = appWith();
  const west = new Stack(app, 'West', { env: { ...ENV, region: 'eu-west-1' }, crossRegionReferences: true });
  const stack = new Stack(app, 'Stack', { env: ENV, crossRegionReferences: true });
  const table = tableIn(west);
  select(stack, BackupResource.fromDynamoDbTable(table));
  const inventory = synthesized(app);
  const { selections: [{ resources }] } = inventory;

  expect(String((resources as unknown[])[0])).toMatch(/^arn:aws:dynamodb:eu-west-1:111122223333:table\/\$\{Table[0-9A-F]+\}$/);
  expect(short(covered(inventory))).toEqual({ 'West Table': 'no' }); // a selection selects resources of its own Region only
});

test('tags of Aspects are in the templates, and might be added to the tree', () => {
  const app = appWith();
  const stack = new Stack(app, 'Stack', { env: ENV });
  select(stack, BackupResource.fromTag('backup', 'gold'));
  Tags.of(tableIn(stack)).add('backup', 'gold');

  expect(short(covered(BackupInventory.of(treeSources(app))))).toEqual({ 'Stack Table': 'Symbol(unknown)' });
  expect(short(covered(synthesized(app)))).toEqual({ 'Stack Table': 'yes' });
});

test('the tags of a stack reach what is in it', () => {
  const app = appWith();
  const stack = new Stack(app, 'Stack', { env: ENV, tags: { backup: 'gold' } });
  select(stack, BackupResource.fromTag('backup', 'gold'));
  tableIn(stack);

  expect(short(covered(synthesized(app)))).toEqual({ 'Stack Table': 'yes' });
});

test('a source knows its stack, its template and its place', () => {
  const app = appWith();
  const stage = new Stage(app, 'Prod', { env: ENV });
  const stack = new Stack(stage, 'Stack');
  tableIn(stack);
  app.synth();
  const [source] = synthesizedSources(app);

  expect(source).toMatchObject({ id: 'Prod/Stack', stackName: 'Prod-Stack', ...ENV, application: 'Prod' });
  expect(source.stack).toBe(stack);
  expect(source.templatePath).toBe(join(stage.outdir, 'ProdStack17B2E6CC.template.json').replace('ProdStack17B2E6CC.template.json', stack.templateFile));
});
