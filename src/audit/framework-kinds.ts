import type { AuditControl } from './audit-control';
import { AuditControlName } from './audit-control-name';
import type { AuditFrameworkProps } from './audit-framework-props';
import type { ConfigRecorder } from './config-recorder';
import { controlScope } from './control-kinds';
import { listOf, mapOf, oneOf, required, struct, text, valueOf } from '../cdk/kinds';
import { SCOPE_AND_ID, like } from '../cdk/kinds-of-cdk';
import type { TieredBackupPlan } from '../plan/tiered-backup-plan';

const auditControl = valueOf<AuditControl>('an AuditControl', '_parameters', () => 'AuditControl.resourcesProtectedByBackupPlan()');
const configRecorder = valueOf<ConfigRecorder>('a ConfigRecorder', '_created', () => 'ConfigRecorder.existing()');
const tieredBackupPlan = like<TieredBackupPlan>('a TieredBackupPlan', ['_tiers'], () => 'new TieredBackupPlan(…)');

/** The arguments of the constructor of a framework. */
export const NEW_FRAMEWORK = {
  ...SCOPE_AND_ID,
  props: required(struct<AuditFrameworkProps>({
    plan: tieredBackupPlan,
    plans: listOf(tieredBackupPlan),
    controls: listOf(auditControl),
    exclude: listOf(oneOf('AuditControlName', AuditControlName)),
    controlScope,
    frameworkName: text,
    description: text,
    configRecorder,
    tags: mapOf(text),
  })),
};
