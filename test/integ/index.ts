import { build as auditFramework } from './integ.audit-framework';
import { build as compliantVault } from './integ.compliant-vault';
import { build as notificationWiring } from './integ.notification-wiring';
import { build as tagBasedSelection } from './integ.tag-based-selection';
import { build as tieredBackupPlan } from './integ.tiered-backup-plan';
import type { Example } from '../../scripts/examples';

/** Every file of this folder that integ-runner would find. */
export const INTEG_TESTS: Readonly<Record<string, Example>> = {
  'integ.audit-framework.ts': auditFramework,
  'integ.compliant-vault.ts': compliantVault,
  'integ.notification-wiring.ts': notificationWiring,
  'integ.tag-based-selection.ts': tagBasedSelection,
  'integ.tiered-backup-plan.ts': tieredBackupPlan,
};
