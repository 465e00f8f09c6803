import type {
  AirGappedVaultControlProps, AuditControlProps, CrossAccountControlProps, CrossRegionControlProps, FrequencyAndRetentionProps,
  LastRecoveryPointProps, ManualDeletionProps, RecoveryPointRetentionProps, RestoreTimeProps, VaultLockControlProps,
} from './audit-control-props';
import type { ControlScope } from './control-scope';
import { type KindsOf, listOf, orToken, required, struct, text, valueOf } from '../cdk/kinds';
import { durationInDays, durationInHours, durationInMinutes } from '../cdk/kinds-of-cdk';

export const controlScope = valueOf<ControlScope>('a ControlScope', '_isEmpty', () => 'ControlScope.tag(…)');
const texts = orToken(listOf(text));

const SCOPED = { controlScope } satisfies KindsOf<AuditControlProps>;
const props = <P extends object>(kinds: KindsOf<P>) => ({ props: required(struct<P>(kinds)) });

/** The arguments of the factories of a control. */
export const ANY_CONTROL = props<AuditControlProps>(SCOPED);
export const FREQUENCY_AND_RETENTION = props<FrequencyAndRetentionProps>({ ...SCOPED, frequency: durationInHours, retention: durationInDays });
export const MANUAL_DELETION = props<ManualDeletionProps>({ ...SCOPED, exemptRoleArns: texts });
export const RECOVERY_POINT_RETENTION = props<RecoveryPointRetentionProps>({ ...SCOPED, retention: durationInDays });
export const CROSS_REGION = props<CrossRegionControlProps>({ ...SCOPED, regions: texts });
export const CROSS_ACCOUNT = props<CrossAccountControlProps>({ ...SCOPED, accounts: texts });
export const LOCKED_VAULT = props<VaultLockControlProps>({ ...SCOPED, minRetention: durationInDays, maxRetention: durationInDays });
export const LAST_RECOVERY_POINT = props<LastRecoveryPointProps>({ ...SCOPED, maxAge: durationInHours });
export const RESTORE_TIME = props<RestoreTimeProps>({ ...SCOPED, maxRestoreTime: required(durationInMinutes) });
export const AIR_GAPPED_VAULT = props<AirGappedVaultControlProps>({ ...SCOPED, maxAge: durationInHours });
