import { restoreTested } from './restore-tested';
import { restoreTestingFsx } from './restore-testing-fsx';
import { restoreTestingName } from './restore-testing-name';
import { restoreTestingOverrides } from './restore-testing-overrides';
import { restoreTestingRecoveryPoints } from './restore-testing-recovery-points';
import { restoreTestingResources } from './restore-testing-resources';
import { restoreTestingRole } from './restore-testing-role';
import { restoreTestingSchedule } from './restore-testing-schedule';
import { restoreTestingType } from './restore-testing-type';
import { restoreTestingWindows } from './restore-testing-windows';
import type { Rule } from '../../rule';

export const RESTORE_TESTING_RULES: readonly Rule[] = [
  restoreTested,
  restoreTestingFsx,
  restoreTestingName,
  restoreTestingOverrides,
  restoreTestingRecoveryPoints,
  restoreTestingResources,
  restoreTestingRole,
  restoreTestingSchedule,
  restoreTestingType,
  restoreTestingWindows,
];
