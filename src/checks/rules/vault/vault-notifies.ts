import { hasListeners, notifies } from './listeners';
import { anyOf } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'Notifications';

export const vaultNotifies: Rule = {
  id: RuleId.VAULT_NOTIFIES,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'Somebody hears of failed jobs of a vault.',
  why: 'A job that fails every night says so to nobody, until a backup is needed.',
  fix: 'Have the vault notify a topic of failures, or make a rule of EventBridge for the source aws.backup.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  evaluate: (inventory) => inventory.vaults.flatMap((vault) => {
    const heard = anyOf([notifies(vault), hasListeners(vault, inventory)]);
    const place = at(vault.address, vault.properties.get(PROPERTY));
    if (heard === UNKNOWN) { return [unknown(place, `vault ${vault.inWords}: whether anybody hears of failed jobs cannot be known`)]; }
    return heard ? [] : [fault(place, `vault ${vault.inWords}: '${PROPERTY}' should tell of failed jobs, got nothing that does, nor a rule of EventBridge in this account and `
      + 'Region: name a topic and the events that tell of failures')];
  }),
};
