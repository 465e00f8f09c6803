import { BUCKET_KEY_USE } from '../../../capabilities/permissions';
import type { BackupInventory, Key, Protectable, Selection } from '../../../inventory';
import { disabledKeyProblem } from '../../../validation/vault/vault-keys';
import { append } from '../../../values/append';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { mayBeRefused, ownPoliciesDoubt, ownPoliciesProblem, refusedActions, roleCaller, roleOf, roleProperty } from '../../subjects/key-access';
import { keyOfResource } from '../../subjects/selected';

const PROPERTY = 'KeyPolicy';
const { actions: ACTIONS, source: { page } } = BUCKET_KEY_USE;

export const bucketKeyPolicy: Rule = {
  id: RuleId.BUCKET_KEY_POLICY,
  packs: ['ValidityChecks', 'EncryptionChecks'],
  level: 'error',
  what: 'The policies of a bucket\'s key and of its backup role let the role use the key.',
  why: 'AWS Backup cannot read the objects that the key encrypts, and their backup fails. The finding is a warning if the bucket might not be selected.',
  fix: 'Allow the actions to the account in the policy of the key, so that the policies of its roles decide. Or allow them to the backup role.',
  page,
  evaluate: (inventory) => inventory.selections.flatMap((selection) => outcomesOf(selection, inventory)),
};

function outcomesOf(selection: Selection, inventory: BackupInventory): Outcome[] {
  const role = roleOf(selection);
  return [...bucketsByKey(selection, inventory)].flatMap(([key, buckets]) => {
    const place = at(key.address, key.properties.get(PROPERTY));
    const subject = `key ${key.address.logicalId} of bucket ${buckets[0].address.logicalId}`;
    const certain = selection.certain && buckets.some((bucket) => bucket.certain && bucket.certainlyProtectable
      && inventory.coverageOf(bucket).reaches.some((reach) => reach.selection === selection && reach.answer === true));
    if (key.enabled === false) {
      const problem = disabledKeyProblem(`Bucket ${buckets[0].address.logicalId} must be encrypted with`, `the key ${key.address.logicalId}`).about(keyOfResource(buckets[0], place));
      return [fault(at(key.address, key.properties.get('Enabled')), problem, certain ? undefined : 'warning')];
    }
    if (!isKnown(role) || key.policy === UNKNOWN) {
      return [unknown(place, `${subject}: whether '${PROPERTY}' lets the role of selection ${selection.label} use the key is unknown.`, keyOfResource(selection, place))];
    }
    const refused = refusedActions(key, roleCaller(role, selection.environment), ACTIONS);
    if (refused.length === 0) { return ofOwnPolicies(selection, key, buckets[0], certain); }
    return [fault(place, new Problem('role', `'${PROPERTY}' must let the backup role use the key, got a policy that does not allow `
      + `${refused.map((action) => `'${action}'`).join(', ')} to the role '${role.toString()}' of selection ${selection.label}. Allow the actions to the account, so that the `
      + 'policies of its roles decide, or to the role. AWS Backup cannot read the objects otherwise.', keyOfResource(selection, place))
      .of(subject), certain ? undefined : 'warning')];
  });
}

/** Without `kms:Decrypt`, the role cannot read the objects. */
function ofOwnPolicies(selection: Selection, key: Key, bucket: Protectable, certain: boolean): Outcome[] {
  const { role, address, environment, label } = selection;
  if (!isKnown(role)) { return []; }
  const caller = roleCaller(roleOf(selection), environment);
  const refused = refusedActions(key, caller, ACTIONS, role);
  const [place, subject] = [at(address, roleProperty(selection)), `selection ${label}`];
  const name = `key ${key.address.logicalId} of bucket ${bucket.address.logicalId}`;
  const entry = `${keyOfResource(key, place)} ${keyOfResource(bucket, place)}`;
  if (refused.length === 0) { return mayBeRefused(key, caller, ACTIONS, role) ? [unknown(place, ownPoliciesDoubt(subject, name), entry)] : []; }
  const isError = certain && role.certain && refused.includes('kms:Decrypt');
  return [fault(place, ownPoliciesProblem(isError ? 'must' : 'should', refused, name, entry).of(subject), isError ? undefined : 'warning')];
}

/** The keys of the templates that encrypt the buckets of a selection. */
function bucketsByKey(selection: Selection, inventory: BackupInventory): ReadonlyMap<Key, readonly Protectable[]> {
  const byKey = new Map<Key, Protectable[]>();
  for (const bucket of inventory.resourcesOf(selection)) {
    if (bucket.address.cfnType !== 'AWS::S3::Bucket') { continue; }
    const key = inventory.keyNamed(bucket.encryption.key, bucket.environment);
    if (isKnown(key)) { append(byKey, key, bucket); }
  }
  return byKey;
}
