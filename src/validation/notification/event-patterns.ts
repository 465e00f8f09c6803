import { EVENT_SOURCE } from '../../capabilities/backup-events';
import { type VaultKeys, type WantedStates, VAULT_KEYS } from '../../capabilities/notification-events';

/** A vault as events name it. Tokens stay as they are. */
export interface NamedVault {
  readonly name: string;
  readonly arn: string;
}

/** A pattern of an EventBridge rule. */
export interface EventPattern {
  readonly [key: string]: unknown;
}

/**
 * Patterns that together match the wanted states of the vaults. Of an event that names no vault, they match the states of every vault in
 * the account and Region.
 *
 * If one pattern would be longer than `maxSize`, the vaults are divided among several. An event of one vault matches one pattern only. A copy
 * between two of the vaults can match two.
 *
 * @param sizeOf the length of a pattern as EventBridge counts it
 */
export function eventPatterns(
  wanted: readonly WantedStates[], vaults: readonly NamedVault[], maxSize: number, sizeOf: (pattern: EventPattern) => number,
): EventPattern[] {
  const places = byPlace(wanted);
  const ofVaults = places.filter(({ detailType }) => VAULT_KEYS[detailType]);
  const ofAccount = places.filter(({ detailType }) => !VAULT_KEYS[detailType]).map((place) => alternative(place, {}));
  const whole = patternOf([...ofVaults.flatMap((place) => alternativesFor(place, VAULT_KEYS[place.detailType]!, vaults)), ...ofAccount]);
  if (ofVaults.length === 0 || vaults.length < 2 || sizeOf(whole) <= maxSize) { return [whole]; }
  const half = Math.ceil(vaults.length / 2);
  return [
    ...eventPatterns(wanted, vaults.slice(0, half), maxSize, sizeOf),
    ...eventPatterns(ofVaults, vaults.slice(half), maxSize, sizeOf),
  ];
}

/** The states at each place in an event, each once. */
function byPlace(wanted: readonly WantedStates[]): WantedStates[] {
  const places = new Map<string, WantedStates>();
  for (const each of wanted) {
    const id = `${each.detailType} ${each.key}`;
    places.set(id, { ...each, states: [...new Set([...places.get(id)?.states ?? [], ...each.states])] });
  }
  return [...places.values()];
}

function alternativesFor(place: WantedStates, { holds, keys }: VaultKeys, vaults: readonly NamedVault[]): EventPattern[] {
  return keys.map((key) => alternative(place, { [key]: vaults.map((vault) => vault[holds]) }));
}

function alternative({ detailType, key, states }: WantedStates, vaults: EventPattern): EventPattern {
  const [last, ...outer] = key.split('.').reverse();
  const state = outer.reduce<EventPattern>((inner, part) => ({ [part]: inner }), { [last]: states });
  return { 'detail-type': [detailType], 'detail': { ...state, ...vaults } };
}

function patternOf(alternatives: readonly EventPattern[]): EventPattern {
  return { source: [EVENT_SOURCE], ...alternatives.length === 1 ? alternatives[0] : { $or: alternatives } };
}
