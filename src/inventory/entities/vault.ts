import type { KeyKind } from './encryption';
import type { TaggedEntity } from './entity';
import type { LockDays } from '../../validation/vault/vault-lock';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Property } from '../property';
import type { Text } from '../text/text';

export interface Vault extends TaggedEntity {
  readonly kind: 'standard' | 'airGapped';
  readonly name: Value<string>;
  readonly arn: Text;
  /** `undefined` if there certainly is none. The lock of an air-gapped vault has its retention, and no cooling-off time. */
  readonly lock: Value<LockDays>;
  readonly keyKind: Value<KeyKind>;
  readonly key: Value<Text>;
  /** An object or the JSON text of one. */
  readonly accessPolicy: Property;
  readonly topic: Value<Text>;
  readonly events: Value<readonly Value<string>[]>;
  /** Whether the vault is retained when its stack is deleted. */
  readonly retained: Answer;
  /** For messages: the name in quotes, or the logical id if the name is unknown. */
  readonly label: string;
}

/** The vault that a rule or a copy writes to. */
export interface VaultTarget {
  /** `inApp`: one of the inventory's vaults. `outside`: none of them. `unknown`: perhaps one of them. */
  readonly kind: 'inApp' | 'outside' | 'unknown';
  /** Present for `inApp` only. */
  readonly vault?: Vault;
  readonly account: Value<string>;
  readonly region: Value<string>;
  readonly vaultName: Value<string>;
  /** The name or ARN in the template. `undefined` if it is left out. */
  readonly text: Value<Text>;
}
