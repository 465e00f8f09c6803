import { type CopiedResource, CopiedResources, resourcesLabel } from './copied-resources';
import type { BackupInventory, CopyAction, Key } from '../../../inventory';
import { append } from '../../../values/append';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { seenFrom } from '../../seen-from';
import { refusedActions, roleCaller } from '../../subjects/key-access';

export const copySourceKey: Rule = {
  id: RuleId.COPY_SOURCE_KEY,
  packs: ['EncryptionChecks'],
  level: 'error',
  what: 'Resources that are copied to another account are encrypted with a customer managed key that the account can use.',
  why: 'The other account must use the key to copy. AWS managed keys cannot be shared. The backup jobs succeed, but every copy job fails.',
  fix: 'Encrypt the resource with a customer managed key, and allow AWSServiceRoleForBackup of the other account to use it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  evaluate: (inventory) => {
    const copied = new CopiedResources(inventory);
    return inventory.copies.flatMap((copy) => [...outcomesOf(copy, copied), ...sharingOutcomes(copy, copied, inventory)]);
  },
};

/** AWS managed keys cannot be used for copies into logically air-gapped vaults either. */
function outcomesOf(copy: CopyAction, copied: CopiedResources): Outcome[] {
  const { crossAccount, destination, properties, rule } = copy;
  const toAirGapped = destination.vault?.kind === 'airGapped';
  if (crossAccount === false && !toAirGapped) { return []; }
  const resources = copied.of(copy, toAirGapped ? 'airGappedVault' : 'crossAccountCopy');
  const address = at(copy.address, properties.get('DestinationBackupVaultArn'));
  const faulty = toAirGapped || crossAccount === true ? resources.filter(isFaulty) : [];
  if (faulty.length > 0) {
    return [fault(address, new Problem(toAirGapped ? 'air-gapped' : 'account', '\'DestinationBackupVaultArn\' must be in the same account, and must not be a logically air-gapped vault, '
      + `for resources that an AWS managed key encrypts, got a copy of ${resourcesLabel(faulty, address)} to ${toAirGapped ? 'a logically air-gapped vault' : 'another account'}. `
      + 'Encrypt the resources with a customer managed key. AWS Backup accepts the plan, but every copy job fails.').of(`rule ${rule.label}`))];
  }
  const doubtful = resources.filter(mayBeFaulty);
  return doubtful.length > 0
    ? [unknown(address, `rule ${rule.label}: whether a customer managed key encrypts ${resourcesLabel(doubtful, address)} wherever it is copied to another account is unknown.`)]
    : [];
}

function isFaulty({ resource: { encryption }, answer }: CopiedResource): boolean {
  return answer === true && encryption.encrypted === true && encryption.keyKind === 'awsManaged';
}

function mayBeFaulty({ resource: { encryption } }: CopiedResource): boolean {
  return encryption.encrypted !== false && (encryption.keyKind === 'awsManaged' || encryption.keyKind === UNKNOWN);
}

/** The actions that the guide and re:Post both list. */
const ACTIONS = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey'];

/** Keys of the templates that the account of the destination cannot use. */
function sharingOutcomes(copy: CopyAction, copied: CopiedResources, inventory: BackupInventory): Outcome[] {
  const { crossAccount, destination: { account, vault }, properties, rule } = copy;
  if (crossAccount !== true || !isKnown(account) || vault?.kind === 'airGapped') { return []; }
  const address = at(copy.address, properties.get('DestinationBackupVaultArn'));
  const byKey = new Map<Key, CopiedResource[]>();
  for (const each of copied.of(copy, 'crossAccountCopy')) {
    const { encryption, environment } = each.resource;
    const key = encryption.encrypted === false ? undefined : inventory.keyNamed(encryption.key, environment);
    if (isKnown(key)) { append(byKey, key, each); }
  }
  return [...byKey].flatMap(([key, resources]) => {
    const name = seenFrom(address, key.address);
    const subject = `rule ${rule.label}`;
    if (key.policy === UNKNOWN) { return [unknown(address, `${subject}: whether the account '${account}' can use the key ${name} is unknown.`, name)]; }
    const refused = refusedActions(key, roleCaller(undefined, { account, region: UNKNOWN, application: '' }), ACTIONS);
    if (refused.length === 0) { return []; }
    const isCopied = resources.some(({ answer, resource: { encryption } }) => answer === true && encryption.encrypted === true);
    const certain = isCopied && refused.length === ACTIONS.length;
    return [fault(address, new Problem('not-shared', '\'DestinationBackupVaultArn\' must be in an account that can use the key of the resources, got a copy of '
      + `${resourcesLabel(resources, address)} to the account '${account}', to which the policy of the key ${name} does not allow `
      + `${refused.map((action) => `'${action}'`).join(', ')}. Allow AWSServiceRoleForBackup of that account to use the key. AWS Backup accepts the plan, but every copy job fails.`, name)
      .of(subject), certain ? undefined : 'warning')];
  });
}
