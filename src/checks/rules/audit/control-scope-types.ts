import { type WrittenControl, SCOPE_NAMES, controlsIn, scopeOf } from './frameworks';
import { type ScopeValues, scopeWarnings } from '../../../validation/audit/controls';
import { at } from '../../at';
import { elementsOrUnknown, judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const controlScopeTypes: Rule = {
  id: RuleId.CONTROL_SCOPE_TYPES,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'A control is narrowed to resource types that AWS Backup Audit Manager evaluates.',
  why: 'AWS reports the framework as compliant, because the control evaluates nothing.',
  fix: 'Leave out the types that AWS Backup Audit Manager does not evaluate.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  evaluate: (inventory) => controlsIn(inventory).flatMap(outcomesOf),
};

function outcomesOf(control: WrittenControl): Outcome[] {
  const { framework, properties, label } = control;
  const scope: ScopeValues = { ...scopeOf(control), tagKeys: undefined, resourceIds: undefined };
  return judged(at(framework.address, properties.get('ControlScope').get('ComplianceResourceTypes')),
    scopeWarnings(scope, SCOPE_NAMES).map((warning) => warning.of(label)),
    elementsOrUnknown(scope.resourceTypes), `${label}: a type in '${SCOPE_NAMES.resourceTypes}' is unknown.`);
}
