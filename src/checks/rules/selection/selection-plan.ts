import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'BackupPlanId';

export const selectionPlan: Rule = {
  id: RuleId.SELECTION_PLAN,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A selection names its plan by the id, not by the ARN.',
  why: 'AWS Backup finds no plan of this id, and the deployment fails.',
  fix: 'Write Ref of the plan, or its attribute BackupPlanId.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupSelection.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => {
    const property = selection.properties.get(PROPERTY);
    const place = at(selection.address, property);
    const id = property.text();
    if (id === UNKNOWN) { return [unknown(place, `selection ${selection.inWords}: whether '${PROPERTY}' is the id of a plan cannot be known`)]; }
    const isArn = isKnown(id) && typeof id.parts[0] === 'string' && id.parts[0].startsWith('arn:');
    return isArn ? [fault(place, `selection ${selection.inWords}: '${PROPERTY}' must be the id of a plan, got the ARN '${id.toString()}': write Ref of the plan`)] : [];
  }),
};
