import { type Stack, Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { type CopyTarget, BackupTier, CompliantVault, TieredBackupPlan } from '../../src';

export interface CopyingOptions {
  readonly scope?: Stack;
  readonly id?: string;
  /** The retention of the original, in days. */
  readonly retention?: number;
  readonly vault?: aws_backup.IBackupVaultRef;
}

/** A plan in `stack` with one daily tier that is copied. */
export function planThatCopies(
  stack: Stack, target: CopyTarget | CopyTarget[], { scope = stack, id = 'Plan', retention = 35, vault }: CopyingOptions = {},
): TieredBackupPlan {
  const made = scope.node.tryFindChild('Vault') as CompliantVault | undefined;
  return new TieredBackupPlan(scope, id, {
    vault: vault ?? made ?? new CompliantVault(scope, 'Vault', { vaultName: 'orders' }),
    tiers: [BackupTier.daily({ retention: Duration.days(retention), copyTo: [target].flat() })],
  });
}

/** The copy actions of the first rule of a stack's plan, as rendered. */
export function copiesIn(stack: Stack): { DestinationBackupVaultArn: unknown; Lifecycle?: object }[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::Backup::BackupPlan'))[0].Properties.BackupPlan.BackupPlanRule[0].CopyActions;
}

/** The ARN of a vault as a literal in every partition. */
export function literalArn(region: string, account: string, name: string): object {
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:backup:${region}:${account}:backup-vault:${name}`]] };
}
