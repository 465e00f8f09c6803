import { ARN, SILENT, notifying } from './topics';
import { vaultEvents } from '../../../../src/checks/rules/notification/vault-events';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const of = (events: unknown) => notifying({ arn: ARN, events });
const PATH = 'Notifications.BackupVaultEvents';

describeRule(vaultEvents, {
  compliant: [{ name: 'events of the list', ...of(['BACKUP_JOB_COMPLETED', 'CONTINUOUS_BACKUP_INTERRUPTED', 'ACCESS_POINT_DISASSOCIATED']) }],
  nonCompliant: [{
    name: 'an event that is not listed, and one that does not exist',
    ...of(['COPY_JOB_FAILED', 'BACKUP_PLAN_CREATED', 'BACKUP_JOB_FAILD']),
    messages: [
      'vault \'orders\': \'Notifications.BackupVaultEvents\' should contain events that the guide lists as supported, got \'BACKUP_PLAN_CREATED\'. '
        + 'Leave it out. AWS Backup accepts the event, but never sends it.',
      'vault \'orders\': \'Notifications.BackupVaultEvents\' must contain events of AWS Backup, got \'BACKUP_JOB_FAILD\', which this library does not know. '
        + 'Check its name. The deployment fails if AWS Backup does not know it either.',
    ],
    levels: ['warning', 'error'],
    paths: [`${PATH}[1]`, `${PATH}[2]`],
  }],
  notApplicable: [SILENT],
  unknown: [
    { name: 'an event that is a parameter', ...of([GIVEN]), messages: ['An event of vault \'orders\' is unknown.'] },
    { name: 'a list that is a parameter', ...of({ 'Fn::Split': [',', GIVEN] }), messages: ['The events of vault \'orders\' are unknown.'] },
  ],
});
