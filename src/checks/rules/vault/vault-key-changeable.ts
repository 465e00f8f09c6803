import { KEY_CONTROL } from '../../../capabilities/permissions';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { SERVICE, callersOf, refusedActions } from '../../subjects/key-access';
import { type VaultKey, vaultKeys } from '../../subjects/vault-keys';

const PROPERTY = 'KeyPolicy';
const BYPASS = 'BypassPolicyLockoutSafetyCheck';
const { required: ACTION } = KEY_CONTROL;

export const vaultKeyChangeable: Rule = {
  id: RuleId.VAULT_KEY_CHANGEABLE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The policy of a vault\'s key lets the role that deploys it change the policy.',
  why: `AWS KMS rejects a key policy that its caller could not change again, and the deployment fails. With ${BYPASS}, nobody can ever change the policy.`,
  fix: `Allow ${ACTION} to the account, and exempt the role that deploys from the statements that deny it.`,
  page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
  evaluate: (inventory) => vaultKeys(inventory).flatMap(outcomesOf),
};

function outcomesOf({ key, label }: VaultKey): Outcome[] {
  const place = at(key.address, key.properties.get(PROPERTY));
  if (key.policy === UNKNOWN) { return [unknown(place, `${label}: whether '${PROPERTY}' lets anyone change it is unknown.`)]; }
  const callers = callersOf(key.environment).filter((caller) => caller !== SERVICE);
  if (!callers.every((caller) => refusedActions(key, caller, [ACTION]).length > 0)) { return []; }
  const checked = key.properties.get(BYPASS).boolean();
  const problem = new Problem('nobody', `'${PROPERTY}' must let the role that deploys call '${ACTION}', got a policy that allows it to nobody in the account. `
    + `Allow it to the account, and exempt that role where you deny it. ${checked === true ? 'Nobody can ever change the policy.' : 'AWS KMS rejects the policy.'}`);
  return [fault(place, problem.of(label), checked === true || checked === UNKNOWN ? 'warning' : undefined)];
}
