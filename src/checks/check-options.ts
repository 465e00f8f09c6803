/** The options of a pack in plain values. The command line and the constructors of the packs create them. */
export interface CheckOptions {
  /** In days. */
  readonly minRetention?: number;
  /** In days. */
  readonly maxRetention?: number;
  readonly requiredCopyRegions?: readonly string[];
  readonly requiredCopyAccounts?: readonly string[];
  /** Whether every vault must have a lock in compliance mode. */
  readonly complianceLock?: boolean;
  /** Whether the account has the advanced features in this Region, which no template shows. @default - unknown */
  readonly dynamoDbAdvancedFeatures?: boolean;
  /** The resource types that must be in a plan, by their names in AWS Backup. @default - all */
  readonly protectedTypes?: readonly string[];
  /** Resources with this tag need no plan. */
  readonly exemptTag?: { readonly key: string; readonly value?: string };
}
