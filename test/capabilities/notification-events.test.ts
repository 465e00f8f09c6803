import { EVENT_BRIDGE_EVENTS, VAULT_EVENTS, vaultEventOf } from '../../src/capabilities/backup-events';
import { NOTIFICATION_EVENTS, VAULT_KEYS, statesAt, tellsFailure } from '../../src/capabilities/notification-events';
import { BACKUP_EVENTS } from '../samples/backup-events';

const names: readonly string[] = NOTIFICATION_EVENTS.map(({ name }) => name);
const byRule = NOTIFICATION_EVENTS.flatMap(({ name, channel }) => channel.kind === 'eventBridge' ? [[name, channel] as const] : []);

test('each event is here once', () => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every vault event that the guide lists has a channel of its name', () => {
  expect(VAULT_EVENTS.filter(({ listed }) => listed).map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
});

test('vaults do not send events that the guide does not list', () => {
  const asked = NOTIFICATION_EVENTS.flatMap(({ channel }) => channel.kind === 'vault' ? [vaultEventOf(channel.vaultEvent)] : []);
  expect(asked.filter(({ listed }) => !listed)).toEqual([]);
});

test('a vault event keeps its name', () => {
  const renamed = NOTIFICATION_EVENTS.filter(({ name, channel }) => channel.kind === 'vault' && channel.vaultEvent !== name);
  expect(renamed).toEqual([]);
});

test('every unsuccessful state that EventBridge reports has a channel', () => {
  const heard = byRule.flatMap(([, { detailType, key, states }]) => states.map((state) => `${detailType} ${key} ${state}`));
  const unsuccessful = EVENT_BRIDGE_EVENTS.flatMap(({ detailType, states }) =>
    states.flatMap(({ key, unsuccessful: bad }) => bad.map((state) => `${detailType} ${key} ${state}`)));
  expect(unsuccessful.filter((each) => !heard.includes(each))).toEqual([]);
});

test.each(byRule)('%s names states of the table', (_, channel) => {
  const { states, apiStates } = statesAt(channel);
  expect([...states, ...apiStates]).toEqual(expect.arrayContaining([...channel.states]));
});

test('the default events contain no success', () => {
  const failures = NOTIFICATION_EVENTS.filter(tellsFailure);
  for (const { channel } of failures) {
    if (channel.kind === 'vault') { expect(vaultEventOf(channel.vaultEvent).tellsFailure).toBe('always'); }
  }
  expect(failures.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['BACKUP_JOB_COMPLETED']));
  expect(failures).toHaveLength(22);
});

describe('the vault of an event', () => {
  const promised = BACKUP_EVENTS.filter(({ event, state }) => byRule.some(([, channel]) => channel.detailType === event['detail-type'] && channel.states.includes(state)));

  test.each(promised.map((sample) => [sample.event['detail-type'], sample.state, sample.event] as const))('%s, %s is at the path in the table', (detailType, _, { detail }) => {
    const keys = VAULT_KEYS[detailType];
    if (keys) {
      for (const key of keys.keys) {
        expect(detail[key]).toBe(keys.holds === 'name' ? 'orders' : 'arn:aws:backup:eu-west-1:111122223333:backup-vault:orders');
      }
    } else {
      expect(JSON.stringify(detail)).not.toMatch(/vault/i);
    }
  });
});
