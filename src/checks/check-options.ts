/** What a pack is told, in plain values: as the command line has it, and as the constructors of the packs translate their props. */
export interface CheckOptions {
  /** In days. */
  readonly minRetention?: number;
  /** In days. */
  readonly maxRetention?: number;
  readonly requiredCopyRegions?: readonly string[];
  readonly requiredCopyAccounts?: readonly string[];
  /** Whether every vault has to have a lock that nobody can lift. */
  readonly complianceLock?: boolean;
  /** A fact about account and Region that no template shows; left out where it is not known. */
  readonly dynamoDbAdvancedFeatures?: boolean;
  /** The resource types, by AWS Backup's names, that have to be in a plan. @default - all */
  readonly protectedTypes?: readonly string[];
  /** Resources with this tag need no plan. */
  readonly exemptTag?: { readonly key: string; readonly value?: string };
}
