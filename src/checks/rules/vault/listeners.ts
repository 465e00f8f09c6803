import { EVENT_BRIDGE_EVENTS, EVENT_SOURCE, VAULT_EVENTS } from '../../../capabilities/backup-events';
import type { BackupInventory, Entity, Property, Vault } from '../../../inventory';
import { sameEnvironment } from '../../../inventory/environment';
import { type Answer, allOf, anyOf } from '../../../values/answer';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';

const REPORTS_FAILURE = VAULT_EVENTS.filter(({ tellsFailure }) => tellsFailure !== 'never').map<string>(({ name }) => name);
const DETAIL_TYPES = EVENT_BRIDGE_EVENTS.map<string>(({ detailType }) => detailType);
const METRICS = 'AWS/Backup';

/** Whether the vault's own notifications report failures. */
export function notifies({ topic, events }: Vault): Answer {
  if (topic === undefined || events === undefined) { return false; }
  return events === UNKNOWN ? UNKNOWN : anyOf(events.map((event) => (event === UNKNOWN ? UNKNOWN : REPORTS_FAILURE.includes(String(event)))));
}

/** Whether an EventBridge rule or an alarm on the metrics reports backups in the account and Region of the vault. */
export function hasListeners({ environment }: Vault, inventory: BackupInventory): Answer {
  const hears = (entity: Entity, answer: Answer) => allOf([answer, sameEnvironment(entity.environment, environment), entity.certain || UNKNOWN]);
  return anyOf([
    inventory.unseenIn(environment),
    ...inventory.ofType('AWS::Events::Rule').map((rule) => hears(rule, isAboutBackups(rule.properties))),
    ...inventory.ofType('AWS::CloudWatch::Alarm').map((alarm) => hears(alarm, is(alarm.properties.get('Namespace').string(), METRICS))),
  ]);
}

function isAboutBackups(rule: Property): Answer {
  const pattern = rule.get('EventPattern');
  const disabled = is(rule.get('State').string(), 'DISABLED');
  if (disabled === true || pattern.isPresent === false) { return false; }
  const sources = pattern.get('source').items();
  const asked = sources === undefined ? anyItem(pattern.get('detail-type').items(), DETAIL_TYPES) : anyItem(sources, [EVENT_SOURCE]);
  return disabled === UNKNOWN && asked === true ? UNKNOWN : asked;
}

/** A matcher that is an object, such as a prefix, might match. */
function anyItem(items: Value<readonly Property[]>, values: readonly string[]): Answer {
  if (!isKnown(items)) { return items ?? false; }
  return anyOf(items.map((item) => { const value = item.string(); return isKnown(value) ? values.includes(value) : UNKNOWN; }));
}

function is(value: Value<string>, expected: string): Answer {
  return value === UNKNOWN ? UNKNOWN : value === expected;
}
