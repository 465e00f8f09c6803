import { plan, rule } from './cases';
import { advancedSettings } from '../../../../src/checks/rules/plan/advanced-settings';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const setting = (ResourceType: unknown, BackupOptions: unknown) => bothWays({
  Plan: plan([rule()], { AdvancedBackupSettings: [{ ResourceType, BackupOptions }] }),
});

const REJECTED = 'plan \'gold\': \'AdvancedBackupSettings\' should not be set in a template, because CloudFormation might reject advanced settings of S3. '
  + 'Leave it out, and set it with aws backup update-backup-plan after the deployment.';

describeRule(advancedSettings, {
  compliant: [
    { name: 'VSS', ...setting('EC2', { WindowsVSS: 'enabled' }) },
  ],
  nonCompliant: [
    ...[{ BackupACLs: 'disabled', BackupObjectTags: 'enabled' }, { BackupACLs: 'enabled' }, { BackupObjectTags: 'disabled' }].map((options) => (
      { name: `a setting of S3: ${Object.keys(options).join(', ')}`, ...setting('S3', options), messages: [REJECTED], levels: ['warning' as const] }
    )),
    {
      name: 'an option of another type',
      ...setting('S3', { WindowsVSS: 'enabled' }),
      messages: ['plan \'gold\': \'AdvancedBackupSettings.BackupOptions\' of S3 must be BackupACLs or BackupObjectTags, got \'WindowsVSS\'. Correct the name, or leave it out.', REJECTED],
      levels: ['error', 'warning'],
      paths: ['BackupPlan.AdvancedBackupSettings[0]', 'BackupPlan.AdvancedBackupSettings[0]'],
    },
    {
      name: 'another value',
      ...setting('EC2', { WindowsVSS: 'true' }),
      messages: ['plan \'gold\': \'AdvancedBackupSettings.BackupOptions.WindowsVSS\' must be \'enabled\' or \'disabled\', got \'true\'. Choose one of them.'],
    },
    {
      name: 'another type',
      ...setting('EBS', { WindowsVSS: 'enabled' }),
      messages: ['plan \'gold\': \'AdvancedBackupSettings.ResourceType\' must be EC2 or S3, the types with settings, got \'EBS\'. Leave the setting out.'],
    },
  ],
  notApplicable: [{ name: 'no settings', ...bothWays({ Plan: plan([rule()]) }) }],
  unknown: [
    { name: 'a type that is a parameter', ...setting(GIVEN, { WindowsVSS: 'true' }), messages: ['plan \'gold\': a setting in \'AdvancedBackupSettings\' is unknown.'] },
    { name: 'a value that is a parameter', ...setting('EC2', { WindowsVSS: GIVEN }) },
  ],
});
