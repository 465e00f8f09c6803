import { KEY_CONTROL } from '../../../capabilities/permissions';
import type { Key, Text } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { SERVICE, callersOf, refusedActions, roleCaller } from '../../subjects/key-access';
import { type VaultKey, vaultKeys } from '../../subjects/vault-keys';

const PROPERTY = 'KeyPolicy';
const BYPASS = 'BypassPolicyLockoutSafetyCheck';
const { required: ACTION } = KEY_CONTROL;

export const vaultKeyChangeable: Rule = {
  id: RuleId.VAULT_KEY_CHANGEABLE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The policy of a vault\'s key lets the role that deploys the key change the policy.',
  why: `AWS KMS rejects a key policy that its caller could not change again, and the deployment fails. With ${BYPASS}, nobody can ever change the policy. `
    + 'It is a warning if only the role that the synthesizer names cannot change the policy, because another role might deploy the stack.',
  fix: `Allow ${ACTION} to the account, and exempt the role that deploys from the statements that deny it.`,
  page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
  evaluate: (inventory) => vaultKeys(inventory).flatMap((key) => outcomesOf(key, inventory.deployerOf(key.key))),
};

function outcomesOf({ key, label }: VaultKey, deployer: Text | undefined): Outcome[] {
  const place = at(key.address, key.properties.get(PROPERTY));
  if (key.policy === UNKNOWN) { return [unknown(place, `${label}: whether '${PROPERTY}' lets anyone change it is unknown.`)]; }
  const checked = key.properties.get(BYPASS).boolean();
  const callers = callersOf(key.environment).filter((caller) => caller !== SERVICE);
  if (!callers.every((caller) => refusedActions(key, caller, [ACTION]).length > 0)) {
    return deployer && checked !== true && checked !== UNKNOWN && refuses(key, deployer) ? [fault(place, excluded(deployer).of(label), 'warning')] : [];
  }
  const problem = new Problem('nobody', `'${PROPERTY}' must let the role that deploys call '${ACTION}', got a policy that allows it to nobody in the account. `
    + `Allow it to the account, and exempt that role where you deny it. ${checked === true ? 'Nobody can ever change the policy.' : 'AWS KMS rejects the policy.'}`);
  return [fault(place, problem.of(label), checked === true || checked === UNKNOWN ? 'warning' : undefined)];
}

function refuses(key: Key, deployer: Text): boolean {
  const caller = roleCaller(deployer, key.environment);
  return refusedActions(key, caller, [ACTION]).length > 0;
}

/** Another role might deploy the stack, such as with `--role-arn`. */
function excluded(deployer: Text): Problem {
  return new Problem('deployer', `'${PROPERTY}' should let the role that deploys call '${ACTION}', got a policy that does not allow it to '${deployer.toString()}', which the synthesizer `
    + 'of the stack names. AWS KMS rejects the policy if this role deploys the stack. Allow the action to the role, and exempt the role where you deny it.');
}
