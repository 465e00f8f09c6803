import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IStackSynthesizer, App, CfnParameter, CliCredentialsStackSynthesizer, Duration, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupVault, CfnBackupVault, type IBackupVault } from 'aws-cdk-lib/aws-backup';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { folderWith, run } from './binary';
import { ONE_RULE } from './templates';
import { evaluate } from '../../src/checks/evaluate';
import { RULES } from '../../src/checks/rules';
import { BackupInventory } from '../../src/inventory';
import { synthesizedSources } from '../../src/inventory/cdk/synthesized-sources';

function vaultIn(scope: Construct, name: string): BackupVault {
  return new BackupVault(scope, 'Vault', { backupVaultName: name, lockConfiguration: { minRetention: Duration.days(30) } });
}

function planIn(scope: Construct, vault: IBackupVault, days: number) {
  new BackupPlan(scope, 'Plan', { backupVault: vault, backupPlanRules: [new BackupPlanRule({ ruleName: 'daily', deleteAfter: Duration.days(days) })] });
}

/** Faults in a stack, in a nested stack of a nested stack, in a stack of a Stage, and in one of a Stage in a Stage. */
function synthesized(context: Record<string, unknown>) {
  const cwd = folderWith({});
  const app = new App({ outdir: join(cwd, 'cdk.out'), analyticsReporting: false, context });
  const env = { account: '111122223333', region: 'eu-west-1' };
  const top = new Stack(app, 'Top', { env, tags: { team: 'a' } });
  new CfnParameter(top, 'Unused');
  const vault = vaultIn(top, 'top');
  planIn(top, vault, 1);
  const nested = new NestedStack(top, 'Nested');
  planIn(nested, vault, 2);
  planIn(new NestedStack(nested, 'Inner'), vault, 3);
  const stage = new Stage(app, 'Prod', { env });
  planIn(new Stack(stage, 'Plans'), vaultIn(new Stack(stage, 'Vaults'), 'prod'), 4);
  const inner = new Stack(new Stage(stage, 'Deep'), 'Stack');
  planIn(inner, vaultIn(inner, 'deep'), 5);
  app.synth();
  return { app, cwd };
}

interface Found { readonly file: string; readonly resource: string; readonly path: string; readonly message: string; readonly line: number }

function findingsOf(cwd: string, ...args: string[]): Found[] {
  const { out, err } = run(['check', ...args, ...ONE_RULE, '--format', 'json'], { cwd });
  expect(err).toBe('');
  return (JSON.parse(out) as { findings: Found[] }).findings;
}

describe.each([
  ['with the metadata of assets', { 'aws:cdk:enable-asset-metadata': true }],
  ['without the metadata of assets', {}],
])('%s', (_, context) => {
  const { app, cwd } = synthesized(context);

  test('a cdk.out directory has the findings of a plugin of its app', () => {
    const sources = synthesizedSources(app);
    const expected = evaluate(BackupInventory.of(sources), RULES.filter(({ id }) => id === 'Backup-RuleFitsVaultLock'), {}).findings
      .map(({ address, message }) => [address.logicalId, address.path, message]);
    const found = findingsOf(cwd, 'cdk.out');
    expect(found.map(({ resource, path, message }) => [resource, path, message]).sort()).toEqual(expected.sort());
    expect(found.map(({ message }) => /got (\d) days?\. /.exec(message)?.[1]).sort()).toEqual(['1', '2', '3', '4', '5']);
  });

  test('the manifest and a folder around it are the same', () => {
    expect(findingsOf(cwd, 'cdk.out/manifest.json')).toEqual(findingsOf(cwd, 'cdk.out'));
    expect(findingsOf(cwd, '.')).toEqual(findingsOf(cwd, 'cdk.out'));
  });

  test('each has the file of its stack, and the line', () => {
    const found = findingsOf(cwd, 'cdk.out').find(({ message }) => message.includes('got 4 days. '))!;
    expect(found.file).toMatch(/^cdk\.out\/assembly-Prod\/ProdPlans\w+\.template\.json$/);
    expect(readFileSync(join(cwd, found.file), 'utf8').split('\n')[found.line - 1]).toContain('"DeleteAfterDays": 4');
  });
});

test('what the app acknowledges is not a finding, for that construct and everything under it', () => {
  const cwd = folderWith({});
  const app = new App({ outdir: join(cwd, 'cdk.out'), analyticsReporting: false });
  const top = new Stack(app, 'Top');
  const nested = new NestedStack(top, 'Nested');
  const inner = new NestedStack(nested, 'Inner');
  const inStage = new Stack(new Stage(app, 'Prod'), 'Stack');
  const tableIn = (scope: Construct, id: string) => new Table(scope, id, { tableName: `${scope.node.id}-${id}`, partitionKey: { name: 'id', type: AttributeType.STRING } });
  const accept = (construct: Construct, id: string) => { Validations.of(construct).acknowledge({ id, reason: 'made again every night' }); };
  accept(tableIn(top, 'Same'), 'Backup-ResourceInPlan');
  tableIn(top, 'Other');
  tableIn(nested, 'Same'); // with the logical id of the one that is accepted
  accept(tableIn(nested, 'Accepted'), 'CoverageChecks::Backup-ResourceInPlan');
  tableIn(inner, 'Below');
  accept(inner, 'Backup-ResourceInPlan');
  tableIn(inStage, 'Wrong');
  accept(inStage, 'Backup-VaultLocked');
  app.synth();

  const { out } = run(['check', 'cdk.out', '--include', 'Backup-ResourceInPlan', '--format', 'json'], { cwd });
  const { findings } = JSON.parse(out) as { findings: Found[] };
  expect(findings.map(({ file, resource }) => `${file.includes('nested') ? 'nested' : 'stack'} ${resource.replace(/[0-9A-F]{8}$/, '')}`).sort())
    .toEqual(['nested Same', 'stack Other', 'stack Wrong']);
});

test.each<[string, IStackSynthesizer | undefined, number]>([
  ['names in the manifest', undefined, 2],
  ['names none', new CliCredentialsStackSynthesizer(), 0],
])('the role that deploys is known in a stack and its nested stacks if the synthesizer %s', (_, synthesizer, count) => {
  const cwd = folderWith({});
  const app = new App({ outdir: join(cwd, 'cdk.out'), analyticsReporting: false });
  const top = new Stack(app, 'Top', { synthesizer });
  for (const scope of [top, new NestedStack(top, 'Nested')]) {
    const guard = { Effect: 'Deny', Principal: '*', Action: 'kms:PutKeyPolicy', Resource: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/deploy' } } };
    const key = new CfnKey(scope, 'Key', {
      keyPolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } }, Action: 'kms:*', Resource: '*' }, guard] },
    });
    new CfnBackupVault(scope, 'Vault', { backupVaultName: scope.node.id, encryptionKeyArn: key.attrArn });
  }
  app.synth();

  const { out } = run(['check', 'cdk.out', '--include', 'Backup-VaultKeyChangeable', '--format', 'json'], { cwd });
  const { findings } = JSON.parse(out) as { findings: Found[] };
  expect(findings.map(({ message }) => message.includes(':role/cdk-hnb659fds-cfn-exec-role-${AWS::AccountId}-${AWS::Region}\', which the synthesizer'))).toEqual(new Array(count).fill(true));
});

test('a missing template is reported', () => {
  const { cwd } = synthesized({});
  rmSync(join(cwd, 'cdk.out', 'Top.template.json'));
  expect(run(['check', 'cdk.out'], { cwd })).toMatchObject({ code: 2, err: '\'cdk.out/Top.template.json\' does not exist.\n' });
  writeFileSync(join(cwd, 'cdk.out', 'manifest.json'), '{"artifacts": 1}');
  expect(run(['check', 'cdk.out'], { cwd })).toEqual({ code: 2, out: '', err: '\'cdk.out/manifest.json\' is not a manifest of the CDK. Synthesize the app again.\n' });
});

test('a stack without resources has no findings', () => {
  const folder = folderWith({});
  const app = new App({ outdir: join(folder, 'cdk.out'), analyticsReporting: false });
  const backups = new Stack(app, 'Backups', { env: { account: '111122223333', region: 'eu-west-1' } });
  planIn(backups, vaultIn(backups, 'orders'), 1);
  new Stack(app, 'Empty', { env: { account: '111122223333', region: 'eu-west-1' } });
  app.synth();
  expect(findingsOf(folder, 'cdk.out').map(({ file }) => file)).toEqual(['cdk.out/Backups.template.json']);
});
