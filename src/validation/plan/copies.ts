import { NAMES } from '../../capabilities/limits';
import { certainlyMissingIn } from '../../capabilities/region-exceptions';
import { copyRefusal, partitionOf } from '../../capabilities/regions';
import { isKnown } from '../../values/unknown';
import type { Value } from '../../values/unknown';

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

/** What a vault may not be called to receive copies of other accounts: it cannot be shared. */
const DEFAULT_VAULT = 'Default';

/** Why AWS Backup can never make a copy from one place to a vault in another. */
export function copyProblems(from: Place, to: Place & { readonly vaultName: Value<string> }): string[] {
  const problems: string[] = [];
  if (isKnown(from.region) && isKnown(to.region)) {
    const refusal = copyRefusal(from.region, to.region);
    if (refusal) { problems.push(`cannot be made: ${refusal}; choose a vault in the same partition`); }
  }
  const crossAccount = isKnown(from.account) && isKnown(to.account) && from.account !== to.account;
  if (crossAccount && problems.length === 0 && isKnown(from.region) && certainlyMissingIn(from.region, 'crossAccountCopy')) {
    problems.push(`cannot be made: AWS Backup makes no cross-account copies in '${from.region}'; choose a vault of the account '${String(from.account)}'`);
  }
  if (to.vaultName === DEFAULT_VAULT && crossAccount) {
    problems.push(`cannot be made: AWS Backup makes no cross-account copies into the vault '${DEFAULT_VAULT}', got that of account '${String(to.account)}'; `
      + 'create a vault of another name there');
  }
  return problems;
}

/** A reference in a text, as messages have it; it stands for a piece without a colon. */
const REFERENCE = '\\$\\{[^}]*\\}';

const NAME_WITH_REFERENCES = new RegExp(`^[a-zA-Z0-9\\-_]*${REFERENCE}(?:[a-zA-Z0-9\\-_]|${REFERENCE})*$`);
const VAULT_ARN = vaultArnForm('(?!)');
const VAULT_ARN_WITH_REFERENCES = vaultArnForm(REFERENCE);

function vaultArnForm(reference: string): RegExp {
  const region = `[a-z]{2,4}(?:-[a-z]+)+-\\d+|${reference}`;
  return new RegExp(`^arn:(?<partition>[a-z-]+|${reference}):backup:(?<region>${region}):(?:\\d{12}|${reference}):backup-vault:(?<name>(?:[^:]|${reference})+)$`);
}

/** @param hasReferences whether what only a deployment tells is in it, as `${AWS::AccountId}` */
export function vaultArnProblems(name: string, arn: Value<string>, hasReferences = false): string[] {
  if (!isKnown(arn)) { return []; }
  const parts = (hasReferences ? VAULT_ARN_WITH_REFERENCES : VAULT_ARN).exec(arn)?.groups;
  if (!parts) {
    return [`'${name}' must be the ARN of a backup vault, 'arn:<partition>:backup:<region>:<account>:backup-vault:<name>', got '${arn}': write the whole ARN`];
  }
  if (!NAMES.vault.pattern.test(parts.name) && !(hasReferences && NAME_WITH_REFERENCES.test(parts.name))) {
    return [`'${name}' must end with the name of a vault, of ${NAMES.vault.inWords}, got '${parts.name}' in '${arn}': write its name`];
  }
  const partition = partitionOf(parts.region);
  return partition === undefined || parts.partition.startsWith('$') || partition === parts.partition
    ? []
    : [`'${name}' must name the partition of its Region, got '${arn}': '${parts.region}' is in the partition '${partition}', so write 'arn:${partition}:…'`];
}
