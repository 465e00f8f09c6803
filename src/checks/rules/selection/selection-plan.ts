import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'BackupPlanId';

export const selectionPlan: Rule = {
  id: RuleId.SELECTION_PLAN,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A selection refers to its plan by id, not by ARN.',
  why: 'AWS Backup finds no plan with this id, and the deployment fails.',
  fix: 'Use Ref of the plan, or its attribute BackupPlanId.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupSelection.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => {
    const property = selection.properties.get(PROPERTY);
    const place = at(selection.address, property);
    const id = property.text();
    if (id === UNKNOWN) { return [unknown(place, `selection ${selection.label}: whether '${PROPERTY}' is the id of a plan is unknown.`)]; }
    const isArn = isKnown(id) && typeof id.parts[0] === 'string' && id.parts[0].startsWith('arn:');
    return isArn ? [fault(place, new Problem('arn', `'${PROPERTY}' must be the id of a plan, got the ARN '${id.toString()}'. Write Ref of the plan.`).of(`selection ${selection.label}`))] : [];
  }),
};
