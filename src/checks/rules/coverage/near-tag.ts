import { type BackupInventory, type Protectable, sameEnvironment } from '../../../inventory';
import { RESOURCE_TAG_PREFIX } from '../../../validation/selection/tag-conditions';
import { elementsOf, isKnown } from '../../../values/unknown';

/** A tag of the resource that differs from one that a selection requires in upper and lower case only, as a sentence. */
export function nearTag({ tags, environment }: Protectable, { selections }: BackupInventory): string | undefined {
  const written = [...tags.values].flatMap(([key, value]) => (isKnown(value) ? [`${key}=${value}`] : []));
  for (const { listOfTags, conditions, label } of selections.filter((selection) => sameEnvironment(selection.environment, environment) !== false)) {
    const required = [...elementsOf(listOfTags), ...elementsOf(conditions).filter(({ operator }) => operator === 'StringEquals')]
      .flatMap(({ key, value }) => (isKnown(key) && isKnown(value) ? [`${key.replace(RESOURCE_TAG_PREFIX, '')}=${value}`] : []));
    for (const tag of required) {
      const near = written.includes(tag) ? undefined : written.find((each) => each.toLowerCase() === tag.toLowerCase());
      if (near !== undefined) { return `Its tag '${near}' differs in case from '${tag}', which the selection ${label} requires.`; }
    }
  }
  return undefined;
}
