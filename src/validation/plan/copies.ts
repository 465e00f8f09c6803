import { NAMES } from '../../capabilities/limits';
import { certainlyMissingIn } from '../../capabilities/region-exceptions';
import { copyRefusal, partitionOf } from '../../capabilities/regions';
import type { Answer } from '../../values/answer';
import { Problem } from '../../values/problem';
import { isKnown, type Value } from '../../values/unknown';

/** One end of a copy. */
export interface Place {
  readonly account: Value<string>;
  readonly region: Value<string>;
}

/** Where two places certainly differ: first the account, then the Region. */
export function elsewhere(here: Place, there: Place): { readonly part: 'account' | 'Region'; readonly here: string; readonly there: string } | undefined {
  for (const part of ['account', 'region'] as const) {
    const expected = here[part];
    const got = there[part];
    if (isKnown(expected) && isKnown(got) && expected !== got) { return { part: part === 'region' ? 'Region' : part, here: expected, there: got }; }
  }
  return undefined;
}

/** The vault of this name cannot be shared, so it cannot receive copies from other accounts. */
export const DEFAULT_VAULT = 'Default';

/** Why AWS Backup can never make a copy from one place to a vault in another. */
export function copyProblems(name: string, from: Place, to: Place & { readonly vaultName: Value<string> }): Problem[] {
  const problems: Problem[] = [];
  if (isKnown(from.region) && isKnown(to.region)) {
    const refusal = copyRefusal(from.region, to.region);
    if (refusal) { problems.push(new Problem('partition', `'${name}' must be a vault in the partition of '${from.region}', got one in '${to.region}'. ${refusal} Choose another vault.`)); }
  }
  const crossAccount = isKnown(from.account) && isKnown(to.account) && from.account !== to.account;
  if (crossAccount && problems.length === 0 && isKnown(from.region) && certainlyMissingIn(from.region, 'crossAccountCopy')) {
    problems.push(new Problem('cross-account', `'${name}' must be a vault of the account '${String(from.account)}', got one of '${String(to.account)}'. `
      + `AWS Backup creates no cross-account copies in '${from.region}'. Choose a vault of the same account.`));
  }
  if (to.vaultName === DEFAULT_VAULT && crossAccount) {
    problems.push(new Problem('default-vault', `'${name}' must not be the vault '${DEFAULT_VAULT}' of another account, got that of account '${String(to.account)}'. `
      + 'AWS Backup creates no cross-account copies into it. Create a vault with another name there.'));
  }
  return problems;
}

/**
 * A warning only, because AWS does not document whether such a copy fails.
 *
 * @param subject with its verb: `'copyTo' should name`
 * @param isOwn whether the copy goes into the vault of its backup
 */
export function ownVaultWarnings(subject: string, isOwn: Answer, vault: string): Problem[] {
  return isOwn === true
    ? [new Problem('own-vault', `${subject} a vault other than that of the backup, got the vault ${vault} itself. If that vault is lost, the backup and its copy are lost. Copy to another vault, preferably in another account or Region.`)]
    : [];
}

/** A reference in a text, as messages show it. It stands for a part without a colon. */
const REFERENCE = '\\$\\{[^}]*\\}';

const NAME_WITH_REFERENCES = new RegExp(`^[a-zA-Z0-9\\-_]*${REFERENCE}(?:[a-zA-Z0-9\\-_]|${REFERENCE})*$`);
const VAULT_ARN = vaultArnForm('(?!)');
const VAULT_ARN_WITH_REFERENCES = vaultArnForm(REFERENCE);

function vaultArnForm(reference: string): RegExp {
  const region = `[a-z]{2,4}(?:-[a-z]+)+-\\d+|${reference}`;
  return new RegExp(`^arn:(?<partition>[a-z-]+|${reference}):backup:(?<region>${region}):(?:\\d{12}|${reference}):backup-vault:(?<name>(?:[^:]|${reference})+)$`);
}

/** The parts of the ARN as messages show them, and a value that each can have. */
const ARN_PARTS = [
  ['arn', 'arn'], ['<partition>', 'aws'], ['backup', 'backup'], ['<region>', 'eu-west-1'], ['<account>', '111122223333'],
  ['backup-vault', 'backup-vault'], ['<name>', 'vault'],
] as const;

/** Names the part of an ARN that is wrong, if it is the only one. */
function arnFix(arn: string, hasReferences: boolean): string {
  const parts = arn.split(/:(?![^{}]*\})/);
  const isVaultArn = (text: string) => (hasReferences ? VAULT_ARN_WITH_REFERENCES : VAULT_ARN).test(text);
  const wrong = [...ARN_PARTS.keys()].filter((index) => isVaultArn(parts.map((part, other) => (other === index ? ARN_PARTS[index][1] : part)).join(':')));
  const [only] = wrong;
  return parts.length === ARN_PARTS.length && wrong.length === 1 ? `Replace '${parts[only]}' with '${ARN_PARTS[only][0]}'.` : 'Write the whole ARN.';
}

/** @param hasReferences whether it contains values that only a deployment knows, such as `${AWS::AccountId}` */
export function vaultArnProblems(name: string, arn: Value<string>, hasReferences = false): Problem[] {
  if (!isKnown(arn)) { return []; }
  const parts = (hasReferences ? VAULT_ARN_WITH_REFERENCES : VAULT_ARN).exec(arn)?.groups;
  if (!parts) {
    return [new Problem('form', `'${name}' must be the ARN of a backup vault, '${ARN_PARTS.map(([label]) => label).join(':')}', got '${arn}'. ${arnFix(arn, hasReferences)}`)];
  }
  if (!NAMES.vault.pattern.test(parts.name) && !(hasReferences && NAME_WITH_REFERENCES.test(parts.name))) {
    return [new Problem('vault-name', `'${name}' must end with the name of a vault, of ${NAMES.vault.label}, got '${parts.name}' in '${arn}'. Correct the name.`)];
  }
  const partition = partitionOf(parts.region);
  return partition === undefined || parts.partition.startsWith('$') || partition === parts.partition
    ? []
    : [new Problem('arn-partition', `'${name}' must name the partition of its Region, got '${arn}'. '${parts.region}' is in the partition '${partition}'. Write 'arn:${partition}:…'.`)];
}
