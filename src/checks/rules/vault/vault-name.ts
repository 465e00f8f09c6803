import { NAMES } from '../../../capabilities/limits';
import { at } from '../../at';
import { judged, writtenNameProblems } from '../../properties';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'BackupVaultName';

export const vaultName: Rule = {
  id: RuleId.VAULT_NAME,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A vault has a name that AWS Backup accepts.',
  why: 'AWS Backup rejects the vault, and the deployment fails.',
  fix: 'Choose another name. The names of plans can have dots, but the names of vaults cannot.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html',
  evaluate: ({ vaults }) => vaults.flatMap((vault) => {
    const property = vault.properties.get(PROPERTY);
    return judged(at(vault.address, property), writtenNameProblems(PROPERTY, property, NAMES.vault), [property.string()],
      `'${PROPERTY}': whether AWS Backup accepts it is unknown.`);
  }),
};
