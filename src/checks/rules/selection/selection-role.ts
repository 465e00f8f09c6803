import { contentOf } from './content';
import { BACKUP_SERVICE, ROLE_ARN } from '../../../capabilities/principals';
import { evaluatePolicies } from '../../../iam';
import { type BackupInventory, type Entity, type Property, type Role, type Text, isSameResource } from '../../../inventory';
import { type Answer, allOf, not } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type WrittenPrincipal, allows } from '../../statements';
import { selectionLabel, selectionsIn } from '../restore-testing/restore-tests';

const PROPERTY = 'IamRoleArn';
const SERVICE = BACKUP_SERVICE.principal;

export const selectionRole: Rule = {
  id: RuleId.SELECTION_ROLE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A selection, including one of restore testing, names a role by its ARN, and AWS Backup can assume the role.',
  why: 'AWS Backup rejects the selection, and the deployment fails.',
  fix: 'Use the attribute Arn of a role whose trust policy allows sts:AssumeRole for backup.amazonaws.com.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html',
  evaluate: (inventory) => [
    ...inventory.selections.flatMap((selection) => outcomesOf(selection, contentOf(selection, PROPERTY), `selection ${selection.label}`, inventory)),
    ...selectionsIn(inventory)
      .flatMap((selection) => outcomesOf(selection, selection.properties.get(PROPERTY), selectionLabel(selection), inventory)),
  ],
};

function outcomesOf(selection: Entity, property: Property, subject: string, inventory: BackupInventory): Outcome[] {
  const place = at(selection.address, property);
  const arn = property.text();
  if (arn === undefined) { return []; }
  const got = isKnown(arn) ? faultIn(arn, property, inventory) : undefined;
  if (got !== undefined) { return [fault(place, new Problem('arn', `'${PROPERTY}' must be the ARN of a role, got ${got}. Use the attribute Arn of a role.`).of(subject))]; }
  const role = inventory.roleMeantBy(property, selection.environment);
  const trusts = isKnown(role) ? allOf([allows(role.properties.get('AssumeRolePolicyDocument'), 'sts:AssumeRole', isBackup), not(isDenied(role))]) : UNKNOWN;
  if (trusts === UNKNOWN) { return [unknown(place, `${subject}: whether AWS Backup can assume the role in '${PROPERTY}' is unknown.`)]; }
  return trusts ? [] : [fault(place, new Problem('trust', `'${PROPERTY}' must be a role that '${SERVICE}' can assume, got one whose trust policy does not allow it. `
    + 'Allow \'sts:AssumeRole\' for the service in its \'AssumeRolePolicyDocument\'.').of(subject))];
}

/** Whether a statement denies it to the service under every condition. */
function isDenied({ trust, arn }: Role): Answer {
  return evaluatePolicies({
    caller: { kind: 'service', account: UNKNOWN, arn: SERVICE },
    action: 'sts:AssumeRole',
    resource: arn,
    account: UNKNOWN,
    context: { values: new Map(), others: UNKNOWN },
  }, { identity: [], resource: trust }).denied === true;
}

/** What the value certainly is, if it is not the ARN of a role. */
function faultIn(text: Text, { of }: Property, { roles }: BackupInventory): string | undefined {
  const { literal, parts: [first, ...others] } = text;
  if (text.parts.some((part) => typeof part === 'string' && part.includes(':policy/'))) { return `that of a policy, '${text.toString()}'`; }
  if (literal !== undefined) { return ROLE_ARN.pattern.test(literal) ? undefined : `'${literal}'`; }
  const isName = others.length === 0 && typeof first === 'object' && first.kind === 'resource'
    && of !== undefined && roles.some(({ address }) => isSameResource(address, of));
  return isName ? `the name of the role ${first.name}, by Ref` : undefined;
}

/** Other names of the service are not documented for roles, but might be accepted. */
function isBackup({ kind, text }: WrittenPrincipal): Answer {
  const start = typeof text === 'string' ? text : text.parts[0];
  if (kind !== 'Service' && typeof start === 'string' && start !== '*') { return false; }
  if (typeof text !== 'string' || text === '*') { return UNKNOWN; }
  return text === SERVICE || (/^backup\./i.test(text) ? UNKNOWN : false);
}
