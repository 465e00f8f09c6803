import type { Answer } from '../../private/answer';
import type { Value } from '../../private/unknown';
import type { Entity, Environment } from '../entities';
import { sameEnvironment } from '../environment';
import { Text } from '../text/text';

export function textKey(text: Value<Text>): string | undefined {
  return text instanceof Text ? text.key : undefined;
}

/** Entities by a text that names them, such as an ARN. */
export class IndexByKey<T extends Entity> {
  private readonly entities = new Map<string, T[]>();

  constructor(entities: readonly T[], keyOf: (entity: T) => string | undefined) {
    for (const entity of entities) {
      const key = keyOf(entity);
      if (key === undefined) { continue; }
      const others = this.entities.get(key);
      if (others) { others.push(entity); } else { this.entities.set(key, [entity]); }
    }
  }

  /** The one in the environment, if there is one; of several that of the same application. */
  public find(key: string | undefined, environment: Environment): T | undefined {
    const found = this.candidates(key, environment, true);
    return found.find((entity) => entity.environment.application === environment.application) ?? found[0];
  }

  public candidates(key: string | undefined, environment: Environment, answer: Answer): readonly T[] {
    if (key === undefined) { return []; }
    return (this.entities.get(key) ?? []).filter((entity) => sameEnvironment(entity.environment, environment) === answer);
  }

  public named(key: string | undefined): readonly T[] {
    return key === undefined ? [] : this.entities.get(key) ?? [];
  }
}
