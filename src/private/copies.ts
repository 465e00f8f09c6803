import type { Value } from './unknown';
import { isKnown } from './unknown';
import { copyRefusal } from '../capabilities/regions';

/** One end of a copy. */
export interface Place {
  readonly account: Value<string>;
  readonly region: Value<string>;
}

/** What a vault may not be called to receive copies of other accounts: it cannot be shared. */
const DEFAULT_VAULT = 'Default';

/** Why AWS Backup can never make a copy from one place to a vault in another. */
export function copyProblems(from: Place, to: Place & { readonly vaultName: Value<string> }): string[] {
  const problems: string[] = [];
  if (isKnown(from.region) && isKnown(to.region)) {
    const refusal = copyRefusal(from.region, to.region);
    if (refusal) { problems.push(`cannot go from '${from.region}' to '${to.region}': ${refusal}`); }
  }
  if (to.vaultName === DEFAULT_VAULT && isKnown(from.account) && isKnown(to.account) && from.account !== to.account) {
    problems.push(`cannot go to the vault '${DEFAULT_VAULT}' of account '${to.account}': AWS Backup makes no cross-account copies into it; `
      + 'create a vault of another name there');
  }
  return problems;
}

const VAULT_ARN = /^arn:[a-z-]+:backup:[a-z0-9-]+:\d{12}:backup-vault:[a-zA-Z0-9\-_]{2,50}$/;

export function vaultArnProblems(name: string, arn: Value<string>): string[] {
  return isKnown(arn) && !VAULT_ARN.test(arn)
    ? [`'${name}' must be the ARN of a backup vault, 'arn:<partition>:backup:<region>:<account>:backup-vault:<name>', got '${arn}'`]
    : [];
}
