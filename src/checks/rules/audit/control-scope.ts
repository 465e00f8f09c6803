import { type WrittenControl, SCOPE_NAMES, controlsIn, partsOf, scopeOf } from './frameworks';
import { scopeProblems } from '../../../validation/audit/controls';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const controlScope: Rule = {
  id: RuleId.CONTROL_SCOPE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A control has a scope that it supports.',
  why: 'AWS Backup rejects the framework.',
  fix: 'Narrow the control by one tag, by types, or by one resource, as far as the control supports it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/choosing-controls.html',
  evaluate: (inventory) => controlsIn(inventory).flatMap(outcomesOf),
};

function outcomesOf(control: WrittenControl): Outcome[] {
  const { framework, properties, capability, label } = control;
  if (!capability) { return []; }
  const scope = scopeOf(control);
  return judged(at(framework.address, properties.get('ControlScope')), scopeProblems(capability, scope, SCOPE_NAMES).map((problem) => problem.of(label)),
    partsOf(scope), `${label}: a part of 'ControlScope' is unknown.`);
}
