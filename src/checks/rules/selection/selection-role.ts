import { contentOf } from './content';
import { BACKUP_SERVICE, ROLE_ARN } from '../../../capabilities/principals';
import { type BackupInventory, type Entity, type Property, Text, accountPart, isSameResource } from '../../../inventory';
import { canAssume, untrusting } from '../../../validation/selection/role-trust';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { selectionLabel, selectionsIn } from '../restore-testing/restore-tests';

const PROPERTY = 'IamRoleArn';

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
  const trusts = isKnown(role) ? canAssume(BACKUP_SERVICE.principal, role.trust, Text.of(accountPart(selection.environment))) : UNKNOWN;
  if (trusts === UNKNOWN) { return [unknown(place, `${subject}: whether AWS Backup can assume the role in '${PROPERTY}' is unknown.`)]; }
  return trusts ? [] : [fault(place, untrusting(PROPERTY, BACKUP_SERVICE.principal).of(subject))];
}

/** What the value certainly is, if it is not the ARN of a role. */
function faultIn(text: Text, { owner }: Property, { roles }: BackupInventory): string | undefined {
  const { literal, parts: [first, ...others] } = text;
  if (text.parts.some((part) => typeof part === 'string' && part.includes(':policy/'))) { return `that of a policy, '${text.toString()}'`; }
  if (literal !== undefined) { return ROLE_ARN.pattern.test(literal) ? undefined : `'${literal}'`; }
  const isName = others.length === 0 && typeof first === 'object' && first.kind === 'resource'
    && owner !== undefined && roles.some(({ address }) => isSameResource(address, owner));
  return isName ? `the name of the role ${first.name}, by Ref` : undefined;
}
