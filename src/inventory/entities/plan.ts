import type { Address, TaggedEntity } from './entity';
import type { VaultTarget } from './vault';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Property } from '../property';

export interface Plan extends TaggedEntity {
  readonly name: Value<string>;
  /** `UNKNOWN` if the list is not resolved. A rule that is not resolved has unknown properties. */
  readonly rules: Value<readonly PlanRule[]>;
  readonly advancedSettings: Property;
  readonly scanSettings: Property;
  /** For messages: the name in quotes, or the logical id if the name is unknown. */
  readonly label: string;
}

export interface Lifecycle {
  /** `undefined` for no expiry, which `-1` also means. In a copy, `-1` is `UNKNOWN`, because two AWS pages disagree. */
  readonly deleteAfter: Value<number>;
  readonly moveToColdStorageAfter: Value<number>;
  readonly optInToArchive: Value<boolean>;
}

/** Whether a vault is in another Region or account than the plan. */
export interface Crossings {
  readonly crossRegion: Answer;
  readonly crossAccount: Answer;
}

export interface PlanRule {
  readonly plan: Plan;
  readonly address: Address;
  readonly properties: Property;
  readonly name: Value<string>;
  readonly target: VaultTarget;
  /** Present if the rule also names an air-gapped vault. */
  readonly airGappedTarget: (VaultTarget & Crossings) | undefined;
  readonly schedule: Value<string>;
  readonly timezone: Value<string>;
  readonly startWindow: Value<number>;
  readonly completionWindow: Value<number>;
  readonly continuous: Value<boolean>;
  readonly lifecycle: Lifecycle;
  readonly copies: Value<readonly CopyAction[]>;
  /** For messages: the name in quotes, or the path if the name is unknown. */
  readonly label: string;
}

export interface CopyAction extends Crossings {
  readonly rule: PlanRule;
  readonly address: Address;
  readonly properties: Property;
  readonly destination: VaultTarget;
  /** `undefined` if the copy has the lifecycle of the rule. */
  readonly lifecycle: Lifecycle | undefined;
}
