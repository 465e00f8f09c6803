import { withoutAdvancedFeatures } from './advanced-features';
import { type ReachedTable, tablesOf } from './reached-tables';
import type { BackupInventory, Plan, Protectable, Vault } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const dynamoDbVaultKey: Rule = {
  id: RuleId.DYNAMODB_VAULT_KEY,
  packs: ['DynamoDbChecks'],
  level: 'warning',
  what: 'Backups of tables are encrypted with the key of the vault only with advanced features.',
  why: 'Without the advanced features of AWS Backup for DynamoDB, a backup is encrypted with the key of its table. A principal that can use that key can restore '
    + 'the backup, even if the policy of the vault\'s key denies it.',
  fix: 'Turn on the advanced features in the Region settings, and set \'dynamoDbAdvancedFeatures\' of the pack.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html',
  evaluate: (inventory, options) => [...plansByVault(inventory)].flatMap(([vault, plans]) => withoutAdvancedFeatures({
    address: at(vault.address, vault.properties.get('EncryptionKeyArn')),
    subject: `vault ${vault.label} has a key of its own, and a plan that backs up into it selects`,
    applies: hasOwnKey(vault),
    consequence: 'backups of tables are encrypted with the key of the table',
    otherwise: 'or encrypt the tables with a key that only the right principals can use',
    tables: () => tablesOfAll(plans, inventory),
    level: 'warning',
  }, options)),
};

function tablesOfAll(plans: ReadonlySet<Plan>, inventory: BackupInventory): readonly ReachedTable[] {
  const tables = new Map<Protectable, ReachedTable>();
  for (const plan of plans) {
    for (const reached of tablesOf(plan, inventory)) { tables.set(reached.table, reached); }
  }
  return [...tables.values()];
}

/** The plans that back up into each vault. */
function plansByVault({ rules }: BackupInventory): ReadonlyMap<Vault, ReadonlySet<Plan>> {
  const byVault = new Map<Vault, Set<Plan>>();
  for (const { target: { vault }, plan } of rules) {
    if (vault) { byVault.set(vault, (byVault.get(vault) ?? new Set()).add(plan)); }
  }
  return byVault;
}

function hasOwnKey({ keyKind }: Vault): Answer {
  return keyKind === UNKNOWN ? UNKNOWN : keyKind === 'customerManaged';
}
