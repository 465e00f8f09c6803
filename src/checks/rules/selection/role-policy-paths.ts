import { BACKUP_SERVICE } from '../../../capabilities/principals';
import type { BackupInventory, Role, Text } from '../../../inventory';
import { policyPathProblems } from '../../../validation/selection/policy-paths';
import { canAssume } from '../../../validation/selection/role-trust';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'ManagedPolicyArns';

export const rolePolicyPaths: Rule = {
  id: RuleId.ROLE_POLICY_PATHS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A role names the AWS managed policies for backups with their paths.',
  why: 'The policies for backups and restores have the path service-role, and those for S3, indexes, and scans have none. IAM rejects a role that names a policy '
    + 'that does not exist, and the deployment fails.',
  fix: 'Write the ARN as the AWS Backup Developer Guide lists it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html',
  evaluate: (inventory: BackupInventory) => inventory.roles.flatMap(outcomesOf),
};

function outcomesOf({ address, properties, trust }: Role): Outcome[] {
  const mayBeOfBackups = canAssume(BACKUP_SERVICE.principal, trust) !== false;
  return itemsIn(properties.get(PROPERTY)).flatMap((item) => {
    const arn = item.text();
    const place = at(address, item);
    if (!isOpen(arn)) { return faults(place, policyPathProblems(PROPERTY, String(arn))); }
    return mayBeOfBackups ? [unknown(place, `${address.cfnType} ${address.logicalId}: whether the policies in '${PROPERTY}' exist is unknown.`)] : [];
  });
}

/** Whether a parameter is the whole ARN. A reference to a policy of the templates names one that exists. */
function isOpen(arn: Value<Text>): boolean {
  if (!isKnown(arn)) { return arn === UNKNOWN; }
  const [part, ...others] = arn.parts;
  return others.length === 0 && (part === UNKNOWN || (typeof part === 'object' && part.kind === 'parameter'));
}
