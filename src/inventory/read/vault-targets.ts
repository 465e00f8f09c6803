import { arnFields, sameText } from './arn-fields';
import type { Vaults } from './vaults';
import type { Place } from '../../validation/plan/copies';
import { type Answer, allOf, not } from '../../values/answer';
import { UNKNOWN, isKnown } from '../../values/unknown';
import type { Vault, VaultTarget } from '../entities';
import { type Environment, accountPart, regionPart, samePart } from '../environment';
import type { Property } from '../property';
import { literalOf } from '../resolve/scalars';
import { Arn } from '../text/arn';
import { Text } from '../text/text';

/** `arn:<partition>:backup:<region>:<account>:backup-vault:<name>` */
const VAULT_FIELDS = 7;

/** The vault that a rule names, in the account and Region of the plan. */
export function targetByName(property: Property, plan: Environment, vaults: Vaults): VaultTarget {
  const name = property.text();
  const here: Place = { account: plan.account, region: plan.region };
  if (!isKnown(name)) { return { kind: 'unknown', ...here, vaultName: name, text: name }; }
  const vault = vaults.named(property, name, plan);
  const outside = name.literal !== undefined && vaults.perhapsNamed(name, plan).length === 0;
  return { ...found(vault, outside), ...here, vaultName: literalOf(name), text: name };
}

/** The vault that a copy names, in any account and Region. */
export function targetByArn(property: Property, plan: Environment, vaults: Vaults): VaultTarget {
  const arn = property.text();
  if (!isKnown(arn)) { return { kind: 'unknown', account: arn, region: arn, vaultName: arn, text: arn }; }
  const vault = vaults.withArn(property, new Arn(arn), plan);
  if (vault) {
    const { environment: { account, region }, name } = vault;
    return { kind: 'inApp', vault, account, region, vaultName: name, text: arn };
  }
  const { account, region, rest: name } = arnFields(arn, VAULT_FIELDS);
  const place: Place = { account: literalOf(account), region: literalOf(region) };
  const perhaps = isKnown(name) && name.literal !== undefined
    ? vaults.withName(name).filter(({ environment }) => mayBeIn(place, environment))
    : vaults.all;
  return { ...found(undefined, perhaps.length === 0), ...place, vaultName: literalOf(name), text: arn };
}

/** Whether a copy leaves the plan's account, and its Region. */
export function crossings({ text, vault }: VaultTarget, plan: Environment): { readonly crossAccount: Answer; readonly crossRegion: Answer } {
  if (vault) {
    const sameApplication = vault.environment.application === plan.application;
    return {
      crossAccount: not(samePart(plan.account, vault.environment.account, sameApplication)),
      crossRegion: not(samePart(plan.region, vault.environment.region, sameApplication)),
    };
  }
  const { account, region } = isKnown(text) ? arnFields(text, VAULT_FIELDS) : { account: UNKNOWN, region: UNKNOWN } as const;
  return {
    crossAccount: not(sameText(account, Text.of(accountPart(plan)))),
    crossRegion: not(sameText(region, Text.of(regionPart(plan)))),
  };
}

function found(vault: Vault | undefined, outside: boolean): Pick<VaultTarget, 'kind' | 'vault'> {
  return vault ? { kind: 'inApp', vault } : { kind: outside ? 'outside' : 'unknown' };
}

function mayBeIn(place: Place, environment: Environment): boolean {
  return allOf([samePart(place.account, environment.account, false), samePart(place.region, environment.region, false)]) !== false;
}
