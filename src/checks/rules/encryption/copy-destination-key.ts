import { CopiedResources, resourcesInWords } from './copied-resources';
import type { CopyAction } from '../../../inventory';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const copyDestinationKey: Rule = {
  id: RuleId.COPY_DESTINATION_KEY,
  packs: ['EncryptionChecks'],
  level: 'error',
  what: 'The vault that a copy goes to has a key that takes it.',
  why: 'Copies from another account, or out of an air-gapped vault, cannot be encrypted with the key of AWS Backup itself: every copy fails at night.',
  fix: 'Give the destination vault a customer managed key.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  evaluate: (inventory) => {
    const copied = new CopiedResources(inventory);
    return inventory.copies.flatMap((copy) => outcomesOf(copy, copied));
  },
};

function outcomesOf(copy: CopyAction, copied: CopiedResources): Outcome[] {
  const { crossAccount, destination: { vault, text }, properties, rule } = copy;
  if (vault?.kind === 'airGapped' || vault?.keyKind === 'customerManaged') { return []; }
  const property = properties.get('DestinationBackupVaultArn');
  const address = at(copy.address, property);
  const managed = vault?.keyKind === 'awsManaged';
  const inWords = vault?.inWords ?? (text === undefined || text === UNKNOWN ? 'that is not known' : `'${text.toString()}'`);
  const rules = `rule ${rule.inWords}: 'DestinationBackupVaultArn'`;
  if (managed && rule.airGappedTarget !== undefined) {
    return [fault(address, `${rules} should be a vault with a customer managed key where a copy may come out of an air-gapped vault, got vault ${inWords} with the key of AWS Backup: `
      + 'set its \'EncryptionKeyArn\'', 'warning')];
  }
  const resources = crossAccount === false ? [] : copied.of(copy, 'crossAccountCopy').filter(({ resource: { encryption } }) => encryption.encrypted !== false);
  const certain = resources.filter(({ answer, resource: { encryption } }) => answer === true && encryption.encrypted === true);
  if (managed && crossAccount === true && certain.length > 0) {
    return [fault(address, `${rules} must be a vault with a customer managed key for a copy of ${resourcesInWords(certain, address)} to another account, `
      + `got vault ${inWords} with the key of AWS Backup: set its 'EncryptionKeyArn'`)];
  }
  return resources.length > 0
    ? [unknown(address, `${rules}: whether the key of vault ${inWords} takes copies of ${resourcesInWords(resources, address)} from another account cannot be known`)]
    : [];
}
