import { type Stack, Aws } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { SupportVaultProps } from './support-stack';
import type { VaultFacts } from '../cdk/vault-facts';
import type { Warning } from '../cdk/warnings';
import type { Place } from '../validation/plan/copies';
import type { LockDays } from '../validation/vault/vault-lock';
import type { Problem } from '../values/problem';

/** The three ways to name the destination of a copy. */
export type CopyDestination =
  | { readonly kind: 'vault'; readonly vault: aws_backup.IBackupVaultRef }
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'region'; readonly region: string; readonly options: SupportVaultProps & { readonly stackName?: string } };

/** How a warning about the destination starts. */
export const COPY_SHOULD_NAME = '\'copyTo\' should name';

/** The source of a copy: the plan, and the vault that the tier writes to. */
export interface CopyOrigin {
  readonly plan: Construct;
  readonly vault: VaultFacts;
}

/** A destination that has been checked, before anything is created for it. */
export interface ResolvedCopy {
  readonly lock: LockDays | undefined;
  readonly vaultLabel: string;
  /** How to fix a retention outside of the lock, if the vault has the lock of its source. */
  readonly lockFix?: string;
  /** The Region and account of the destination. `undefined` if it is that of the plan. */
  readonly leavesFor: Place;
  readonly problems: Problem[];
  readonly warnings: readonly Warning[];
  /** The vault that the library creates for the copy. */
  readonly made?: MadeVault;
  /** Creates what the copy needs and returns the ARN of the destination. Called once, when the whole plan is valid. */
  connect(): string;
}

/** The vault that all copies of one vault to another Region share. */
export interface MadeVault extends SupportVaultProps {
  readonly region: string;
  readonly source: VaultFacts;
  /** The name of its stack. */
  readonly stackName: string;
}

/** The same literal in every stack, so that no export and no custom resource is needed. */
export function literalArn(stack: Stack, vaultName: string): string {
  return `arn:${Aws.PARTITION}:backup:${stack.region}:${stack.account}:backup-vault:${vaultName}`;
}
