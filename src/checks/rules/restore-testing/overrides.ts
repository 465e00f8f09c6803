import type { Entity, Property } from '../../../inventory';
import type { Overrides } from '../../../validation/restore-testing/restore-testing';
import { UNKNOWN, isKnown } from '../../../values/unknown';

export function overridesProperty({ properties }: Entity): Property {
  return properties.get('RestoreMetadataOverrides');
}

/** `UNKNOWN` where it is not known which overrides are given. */
export function overridesOf(selection: Entity): Overrides | typeof UNKNOWN {
  const map = overridesProperty(selection);
  const names = map.names();
  if (names === UNKNOWN) { return UNKNOWN; }
  return new Map((names ?? []).map((name) => {
    const text = map.get(name).text();
    return [name, isKnown(text) ? text.toString() : text];
  }));
}
