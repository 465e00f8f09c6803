import { NAMES } from '../../../capabilities/limits';
import { nameProblems } from '../../../private/ranges';
import { UNKNOWN } from '../../../private/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'BackupVaultName';

export const vaultName: Rule = {
  id: RuleId.VAULT_NAME,
  level: 'error',
  what: 'A vault has a name that AWS Backup takes.',
  why: 'AWS Backup refuses the vault, and the deployment fails.',
  fix: 'Choose another name; dots are allowed in the names of plans, not of vaults.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html',
  evaluate: ({ vaults }) => vaults.flatMap(({ address, properties }) => {
    const property = properties.get(PROPERTY);
    const name = property.string();
    return name === UNKNOWN
      ? [unknown(at(address, property), `'${PROPERTY}': whether AWS Backup takes it cannot be known`)]
      : faults(at(address, property), nameProblems(PROPERTY, name, NAMES.vault));
  }),
};
