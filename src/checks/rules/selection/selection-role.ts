import { contentOf } from './content';
import { BACKUP_SERVICE, ROLE_ARN } from '../../../capabilities/principals';
import type { BackupInventory, Entity, Property, Text } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import type { WrittenPrincipal } from '../../statements';
import { allows } from '../../statements';
import { selectionInWords, selectionsIn } from '../restore-testing/restore-tests';

const PROPERTY = 'IamRoleArn';
const SERVICE = BACKUP_SERVICE.principal;

export const selectionRole: Rule = {
  id: RuleId.SELECTION_ROLE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A selection, also one of restore testing, names a role by its ARN, and the role lets AWS Backup assume it.',
  why: 'AWS Backup refuses the selection, and the deployment fails.',
  fix: 'Give the attribute Arn of a role whose trust policy allows sts:AssumeRole to backup.amazonaws.com.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html',
  evaluate: (inventory) => [
    ...inventory.selections.flatMap((selection) => outcomesOf(selection, contentOf(selection, PROPERTY), `selection ${selection.inWords}`, inventory)),
    ...selectionsIn(inventory)
      .flatMap((selection) => outcomesOf(selection, selection.properties.get(PROPERTY), selectionInWords(selection), inventory)),
  ],
};

function outcomesOf(selection: Entity, property: Property, subject: string, inventory: BackupInventory): Outcome[] {
  const place = at(selection.address, property);
  const arn = property.text();
  if (arn === undefined) { return []; }
  const got = isKnown(arn) ? faultIn(arn, property, inventory) : undefined;
  if (got !== undefined) { return [fault(place, `${subject}: '${PROPERTY}' must be the ARN of a role, got ${got}: write the attribute Arn of a role`)]; }
  const role = inventory.roleMeantBy(property, selection.environment);
  const trusts = isKnown(role) ? allows(role.properties.get('AssumeRolePolicyDocument'), 'sts:AssumeRole', isBackup) : UNKNOWN;
  if (trusts === UNKNOWN) { return [unknown(place, `${subject}: whether AWS Backup may assume the role in '${PROPERTY}' cannot be known`)]; }
  return trusts ? [] : [fault(place, `${subject}: '${PROPERTY}' must be a role that '${SERVICE}' may assume, got one whose trust policy does not allow it: `
    + 'allow \'sts:AssumeRole\' to the service in its \'AssumeRolePolicyDocument\'')];
}

/** What it certainly is instead of the ARN of a role. */
function faultIn(text: Text, { of }: Property, { roles }: BackupInventory): string | undefined {
  const { literal, parts: [first, ...others] } = text;
  if (text.parts.some((part) => typeof part === 'string' && part.includes(':policy/'))) { return `that of a policy, '${text.toString()}'`; }
  if (literal !== undefined) { return ROLE_ARN.pattern.test(literal) ? undefined : `'${literal}'`; }
  const isName = others.length === 0 && typeof first === 'object' && first.kind === 'resource'
    && roles.some(({ address }) => address.logicalId === of?.logicalId && address.sourceId === of.sourceId);
  return isName ? `the name of the role ${first.name}, by Ref` : undefined;
}

/** Other names of the service are not documented for roles, but may be taken. */
function isBackup({ kind, text }: WrittenPrincipal): Answer {
  const start = typeof text === 'string' ? text : text.parts[0];
  if (kind !== 'Service' && typeof start === 'string' && start !== '*') { return false; }
  if (typeof text !== 'string' || text === '*') { return UNKNOWN; }
  return text === SERVICE || (/^backup\./i.test(text) ? UNKNOWN : false);
}
