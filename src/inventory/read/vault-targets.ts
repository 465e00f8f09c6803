import type { Vaults } from './vaults';
import type { Answer } from '../../private/answer';
import { allOf, not } from '../../private/answer';
import type { Place } from '../../private/copies';
import type { Value } from '../../private/unknown';
import { UNKNOWN, isKnown } from '../../private/unknown';
import type { Environment, Vault, VaultTarget } from '../entities';
import { accountPart, regionPart, samePart } from '../environment';
import { literalOf } from '../resolve/scalars';
import { splitText } from '../resolve/split';
import { Arn, isPiece } from '../text/arn';
import { Text } from '../text/text';

/** The vault that a rule names: it is in the plan's own account and Region. */
export function targetByName(name: Value<Text>, plan: Environment, vaults: Vaults): VaultTarget {
  const here: Place = { account: plan.account, region: plan.region };
  if (!isKnown(name)) { return { kind: 'unknown', ...here, vaultName: name, text: name }; }
  const vault = vaults.named(name, plan);
  const outside = name.literal !== undefined && vaults.perhapsNamed(name, plan).length === 0;
  return { ...found(vault, outside), ...here, vaultName: literalOf(name), text: name };
}

/** The vault that a copy names, wherever it is. */
export function targetByArn(arn: Value<Text>, plan: Environment, vaults: Vaults): VaultTarget {
  if (!isKnown(arn)) { return { kind: 'unknown', account: arn, region: arn, vaultName: arn, text: arn }; }
  const vault = vaults.withArn(new Arn(arn), plan);
  if (vault) {
    const { environment: { account, region }, name } = vault;
    return { kind: 'inApp', vault, account, region, vaultName: name, text: arn };
  }
  const [account, region, name] = fieldsOf(arn);
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
  const [account, region] = isKnown(text) ? fieldsOf(text) : [UNKNOWN, UNKNOWN] as const;
  return {
    crossAccount: not(sameText(account, Text.of(accountPart(plan)))),
    crossRegion: not(sameText(region, Text.of(regionPart(plan)))),
  };
}

function found(vault: Vault | undefined, outside: boolean): Pick<VaultTarget, 'kind' | 'vault'> {
  return vault ? { kind: 'inApp', vault } : { kind: outside ? 'outside' : 'unknown' };
}

/** After a part that may hold a colon no field has a certain place. */
function fieldsOf(arn: Text): readonly [account: Value<Text>, region: Value<Text>, name: Value<Text>] {
  const open = arn.parts.findIndex((part) => typeof part !== 'string' && !isPiece(part));
  const fields = splitText(Text.of(...open < 0 ? arn.parts : arn.parts.slice(0, open)), ':');
  if (fields === UNKNOWN || (open < 0 && fields.length !== 7)) { return [UNKNOWN, UNKNOWN, UNKNOWN]; }
  const certain = open < 0 ? fields : fields.slice(0, -1);
  const [, , , region = UNKNOWN, account = UNKNOWN, , name = UNKNOWN] = certain.map((field): Value<Text> => (typeof field === 'string' ? Text.of(field) : field));
  return [account, region, name];
}

function mayBeIn(place: Place, environment: Environment): boolean {
  return allOf([samePart(place.account, environment.account, false), samePart(place.region, environment.region, false)]) !== false;
}

function sameText(one: Value<Text>, other: Text): Answer {
  if (!isKnown(one)) { return UNKNOWN; }
  if (one.key !== undefined && one.key === other.key) { return true; }
  return one.literal !== undefined && other.literal !== undefined ? false : UNKNOWN;
}
