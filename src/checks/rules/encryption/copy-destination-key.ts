import { CopiedResources, resourcesLabel } from './copied-resources';
import type { CopyAction } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const DESTINATION = 'DestinationBackupVaultArn';

export const copyDestinationKey: Rule = {
  id: RuleId.COPY_DESTINATION_KEY,
  packs: ['EncryptionChecks'],
  level: 'error',
  what: 'The destination vault of a copy has a key that can encrypt the copy.',
  why: 'Copies from another account or from a logically air-gapped vault cannot be encrypted with the AWS managed key. The plan deploys, but every copy job fails.',
  fix: 'Use a customer managed key for the destination vault.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  evaluate: (inventory) => {
    const copied = new CopiedResources(inventory);
    return inventory.copies.flatMap((copy) => outcomesOf(copy, copied));
  },
};

function outcomesOf(copy: CopyAction, copied: CopiedResources): Outcome[] {
  const { crossAccount, destination: { vault, text }, properties, rule } = copy;
  if (vault?.kind === 'airGapped' || vault?.keyKind === 'customerManaged') { return []; }
  const property = properties.get(DESTINATION);
  const address = at(copy.address, property);
  const managed = vault?.keyKind === 'awsManaged';
  const label = vault?.label ?? (text === undefined || text === UNKNOWN ? 'that is unknown' : `'${text.toString()}'`);
  const subject = `rule ${rule.label}`;
  if (managed && rule.airGappedTarget !== undefined) {
    return [fault(address, new Problem('air-gapped', `'${DESTINATION}' should be a vault with a customer managed key if a copy can come from a logically air-gapped vault, `
      + `got vault ${label} with the AWS managed key. Set its 'EncryptionKeyArn'.`).of(subject), 'warning')];
  }
  const resources = crossAccount === false ? [] : copied.of(copy, 'crossAccountCopy').filter(({ resource: { encryption } }) => encryption.encrypted !== false);
  const certain = resources.filter(({ answer, resource: { encryption } }) => answer === true && encryption.encrypted === true);
  if (managed && crossAccount === true && certain.length > 0) {
    return [fault(address, new Problem('account', `'${DESTINATION}' must be a vault with a customer managed key for a copy of ${resourcesLabel(certain, address)} to another account, `
      + `got vault ${label} with the AWS managed key. Set its 'EncryptionKeyArn'. AWS Backup accepts the plan, but every copy job fails.`).of(subject))];
  }
  return resources.length > 0
    ? [unknown(address, `${subject}: '${DESTINATION}': whether the key of vault ${label} can encrypt copies of ${resourcesLabel(resources, address)} from another account is unknown.`)]
    : [];
}
