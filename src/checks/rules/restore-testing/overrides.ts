import type { Entity, Property } from '../../../inventory';
import type { Overrides } from '../../../validation/restore-testing/restore-testing';
import { UNKNOWN, isKnown } from '../../../values/unknown';

export function overridesProperty({ properties }: Entity): Property {
  return properties.get('RestoreMetadataOverrides');
}

/** `UNKNOWN` if it is unknown which overrides are set. */
export function overridesOf(selection: Entity): Overrides | typeof UNKNOWN {
  const map = overridesProperty(selection);
  const names = map.names();
  if (names === UNKNOWN) { return UNKNOWN; }
  return new Map((names ?? []).map((name) => {
    const text = map.get(name).text();
    return [name, isKnown(text) ? text.toString() : text];
  }));
}
