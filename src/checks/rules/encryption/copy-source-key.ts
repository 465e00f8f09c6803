import type { CopiedResource } from './copied-resources';
import { CopiedResources, resourcesInWords } from './copied-resources';
import type { CopyAction } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const copySourceKey: Rule = {
  id: RuleId.COPY_SOURCE_KEY,
  packs: ['EncryptionChecks'],
  level: 'error',
  what: 'What is copied to another account is encrypted with a customer managed key.',
  why: 'AWS managed keys cannot be shared. The backup jobs succeed, but every copy job fails.',
  fix: 'Encrypt the resource with a customer managed key that the other account can use.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  evaluate: (inventory) => {
    const copied = new CopiedResources(inventory);
    return inventory.copies.flatMap((copy) => outcomesOf(copy, copied));
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
      + `for resources that an AWS managed key encrypts, got a copy of ${resourcesInWords(faulty, address)} to ${toAirGapped ? 'a logically air-gapped vault' : 'another account'}. `
      + 'Encrypt the resources with a customer managed key. AWS Backup accepts the plan, but every copy job fails.').of(`rule ${rule.inWords}`))];
  }
  const doubtful = resources.filter(mayBeFaulty);
  return doubtful.length > 0
    ? [unknown(address, `rule ${rule.inWords}: whether a customer managed key encrypts ${resourcesInWords(doubtful, address)} wherever it is copied to another account is unknown.`)]
    : [];
}

function isFaulty({ resource: { encryption }, answer }: CopiedResource): boolean {
  return answer === true && encryption.encrypted === true && encryption.keyKind === 'awsManaged';
}

function mayBeFaulty({ resource: { encryption } }: CopiedResource): boolean {
  return encryption.encrypted !== false && (encryption.keyKind === 'awsManaged' || encryption.keyKind === UNKNOWN);
}
