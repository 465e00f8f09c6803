import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { SupportVaultProps } from './support-stack';
import type { VaultFacts } from '../cdk/vault-facts';

/** The options of a vault in another Region. */
export type NewVaultOptions = SupportVaultProps & { readonly stackName?: string };

/** The three ways to name the destination of a copy. */
export type CopyDestination =
  | { readonly kind: 'vault'; readonly vault: aws_backup.IBackupVaultRef }
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'region'; readonly region: string; readonly options: NewVaultOptions };

/** The source of a copy: the plan, and the vault that the tier writes to. */
export interface CopyOrigin {
  readonly plan: Construct;
  readonly vault: VaultFacts;
}
