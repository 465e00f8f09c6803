import { hasListeners, notifies } from './listeners';
import { anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'Notifications';

export const vaultNotifies: Rule = {
  id: RuleId.VAULT_NOTIFIES,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'Failed jobs of a vault are reported.',
  why: 'Nobody notices a job that fails every night until a backup is needed.',
  fix: 'Let the vault notify a topic of failures, for example with NotificationWiring, or create an EventBridge rule for the source aws.backup.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => inventory.vaults.flatMap((vault) => {
    const reported = anyOf([notifies(vault), hasListeners(vault, inventory)]);
    const place = at(vault.address, vault.properties.get(PROPERTY));
    if (reported === UNKNOWN) { return [unknown(place, `vault ${vault.label}: whether failed jobs are reported is unknown.`)]; }
    return reported ? [] : [fault(place, new Problem('none', `'${PROPERTY}' should report failed jobs, got none that do and no EventBridge rule in this account and Region. `
      + 'Name a topic and the events that report failures.').of(`vault ${vault.label}`))];
  }),
};
