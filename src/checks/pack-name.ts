/** The packs that rules name. `BackupChecks` has all rules. */
export const NAMED_PACKS = ['ValidityChecks', 'RetentionChecks', 'EncryptionChecks', 'DynamoDbChecks', 'CoverageChecks', 'ResilienceChecks'] as const;

/** A pack that rules name. */
export type NamedPack = typeof NAMED_PACKS[number];

/** Any pack, for constructs and the command line. */
export type PackName = NamedPack | 'BackupChecks';

export const PACK_NAMES: readonly PackName[] = [...NAMED_PACKS, 'BackupChecks'];
