import type { Entity } from './entity';
import type { Plan } from './plan';
import type { Role } from './role';
import type { TagTest } from '../../validation/selection/tag-conditions';
import type { Value } from '../../values/unknown';
import type { Choice } from '../resolve/formula';
import type { Text } from '../text/text';

export interface Selection extends Entity {
  readonly name: Value<string>;
  /** `UNKNOWN` if it is not a plan of the inventory, `undefined` if it is left out. */
  readonly plan: Value<Plan>;
  readonly role: Value<Role>;
  /** ARNs or `*`. */
  readonly resources: Value<readonly Value<Text>[]>;
  readonly notResources: Value<readonly Value<Text>[]>;
  /** Tags with bare keys, as in the template. */
  readonly listOfTags: Value<readonly SelectedTag[]>;
  /** A resource must meet all of them. */
  readonly conditions: Value<readonly SelectionCondition[]>;
  /** For messages: the name in quotes, or the logical id if the name is unknown. */
  readonly label: string;
}

export interface SelectedTag {
  readonly type: Value<string>;
  readonly key: Value<string>;
  readonly value: Value<string>;
  /** The few values that it can have, if it is unknown and that is known. */
  readonly choices?: readonly Choice[];
  /** Within the resource. */
  readonly path: string;
}

export interface SelectionCondition {
  readonly operator: TagTest['operator'];
  /** With the prefix `aws:ResourceTag/` that AWS requires. */
  readonly key: Value<string>;
  readonly value: Value<string>;
  /** As in a tag list. */
  readonly choices?: readonly Choice[];
  readonly path: string;
}
