import { Duration } from 'aws-cdk-lib';
import { CfnFileSystem } from 'aws-cdk-lib/aws-fsx';
import { BackupTier, CompliantVault, TagBasedSelection, TieredBackupPlan } from '../../src';
import { stackIn, warningsOf } from '../stacks';

test.each<[string, string[]]>([
  ['SCRATCH_2', ['\'resources\' should name resources that AWS Backup backs up, got \'Stack/Files\'. AWS Backup does not back up scratch file systems of Amazon FSx for Lustre. '
    + 'Use a persistent deployment type.']],
  ['PERSISTENT_2', []],
])('a file system of Lustre of the type %s that a selection names', (deploymentType, warnings) => {
  const stack = stackIn('eu-west-1');
  const files = new CfnFileSystem(stack, 'Files', { fileSystemType: 'LUSTRE', subnetIds: ['subnet-1'], lustreConfiguration: { deploymentType } });
  const plan = new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers: [BackupTier.daily({ retention: Duration.days(35) })] });
  new TagBasedSelection(stack, 'Selection', { plan, resources: [files.attrResourceArn] });

  expect(warningsOf(stack)).toEqual(warnings);
});
