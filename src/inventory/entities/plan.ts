import type { Address, TaggedEntity } from './entity';
import type { VaultTarget } from './vault';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Property } from '../property';

export interface Plan extends TaggedEntity {
  readonly name: Value<string>;
  /** `UNKNOWN` where the list is not resolved; a rule that is not resolved has unknown properties. */
  readonly rules: Value<readonly PlanRule[]>;
  readonly advancedSettings: Property;
  readonly scanSettings: Property;
  /** For messages: the name in quotes, or the logical id where the name is not known. */
  readonly inWords: string;
}

export interface Lifecycle {
  /** `undefined` for no end, which `-1` says as well; in a copy `-1` says what the rule says. */
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
  /** Present where the rule names an air-gapped vault as well. */
  readonly airGappedTarget: (VaultTarget & Crossings) | undefined;
  readonly schedule: Value<string>;
  readonly timezone: Value<string>;
  readonly startWindow: Value<number>;
  readonly completionWindow: Value<number>;
  readonly continuous: Value<boolean>;
  readonly lifecycle: Lifecycle;
  readonly copies: Value<readonly CopyAction[]>;
  /** For messages: the name in quotes, or the path where the name is not known. */
  readonly inWords: string;
}

export interface CopyAction extends Crossings {
  readonly rule: PlanRule;
  readonly address: Address;
  readonly properties: Property;
  readonly destination: VaultTarget;
  /** `undefined` where the copy follows the rule. */
  readonly lifecycle: Lifecycle | undefined;
}
