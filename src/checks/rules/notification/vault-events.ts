import type { Vault } from '../../../inventory';
import { unknownEventProblems, unlistedEventWarnings } from '../../../validation/notification/notifications';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const EVENTS = 'Notifications.BackupVaultEvents';

export const vaultEvents: Rule = {
  id: RuleId.VAULT_EVENTS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A vault notifies of events that AWS Backup sends.',
  why: 'If AWS Backup does not know an event, the deployment fails. Some events exist but are never sent, which is a warning.',
  fix: 'Use events that the guide lists.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => inventory.vaults.flatMap(outcomesOf),
};

function outcomesOf(vault: Vault): Outcome[] {
  const list = vault.properties.get('Notifications').get('BackupVaultEvents');
  if (vault.events === UNKNOWN) { return [unknown(at(vault.address, list), `The events of vault ${vault.label} are unknown.`)]; }
  return itemsIn(list).flatMap((item): Outcome[] => {
    const address = at(vault.address, item);
    const event = item.string();
    if (event === UNKNOWN) { return [unknown(address, `An event of vault ${vault.label} is unknown.`)]; }
    return [
      ...unknownEventProblems(EVENTS, [event]).map((problem) => fault(address, problem.of(`vault ${vault.label}`))),
      ...unlistedEventWarnings(EVENTS, [event]).map((warning) => fault(address, warning.of(`vault ${vault.label}`), 'warning')),
    ];
  });
}
