import type { Answer } from '../../values/answer';
import { type Value, isKnown } from '../../values/unknown';
import type { Entity } from '../entities';
import { type Environment, sameEnvironment } from '../environment';
import type { Property } from '../property';
import { isSameResource } from '../resource-key';
import { Text } from '../text/text';

export function textKey(text: Value<Text>): string | undefined {
  return text instanceof Text ? text.key : undefined;
}

/**
 * The entity that a property names: the one that it refers to, otherwise the only one with the name in the application, or in all.
 * A literal name might be the name of something else if several have it, or if the entity might not exist.
 */
export function meant<T extends Entity>(property: Property, called: readonly T[], near: Environment): T | undefined {
  const { owner } = property;
  const referred = owner && called.find(({ address }) => isSameResource(address, owner));
  if (referred) { return referred; }
  const nearest = called.filter(({ environment }) => environment.application === near.application);
  const [entity, ...others] = nearest.length > 0 ? nearest : called;
  return entity && others.length === 0 && (entity.certain || refersTo(property.text(), entity)) ? entity : undefined;
}

/** Whether the text is built on a reference, as by `Fn::Sub`. */
function refersTo(text: Value<Text>, { address }: Entity): boolean {
  return isKnown(text) && text.parts.some((part) => typeof part === 'object' && part.kind === 'resource' && part.name === address.logicalId);
}

/** Entities by a text that names them, such as an ARN. Their texts are read when the first one is searched. */
export class IndexByKey<T extends Entity> {
  private index?: ReadonlyMap<string, readonly T[]>;

  constructor(private readonly all: readonly T[], private readonly keyOf: (entity: T) => string | undefined) {}

  /** The entity that a property names by the key, in any environment; see `meant`. */
  public meantBy(property: Property, key: string | undefined, near: Environment): T | undefined {
    return meant(property, this.named(key), near);
  }

  /** The entity in the environment, if there is one. If there are several, the one of the same application. */
  public find(key: string | undefined, environment: Environment): T | undefined {
    const found = this.candidates(key, environment, true);
    return found.find((entity) => entity.environment.application === environment.application) ?? found[0];
  }

  public candidates(key: string | undefined, environment: Environment, answer: Answer): readonly T[] {
    return this.named(key).filter((entity) => sameEnvironment(entity.environment, environment) === answer);
  }

  public named(key: string | undefined): readonly T[] {
    return key === undefined ? [] : this.entities.get(key) ?? [];
  }

  private get entities(): ReadonlyMap<string, readonly T[]> {
    return this.index ??= this.read();
  }

  private read(): ReadonlyMap<string, readonly T[]> {
    const index = new Map<string, T[]>();
    for (const entity of this.all) {
      const key = this.keyOf(entity);
      if (key === undefined) { continue; }
      const others = index.get(key);
      if (others) { others.push(entity); } else { index.set(key, [entity]); }
    }
    return index;
  }
}
