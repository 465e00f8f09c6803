import type { ControlFacts } from './control-facts';
import { auditControlOf } from '../capabilities/audit-controls';
import {
  type ParameterNames, type ParameterValues, controlParameterProblems, controlParameterWarnings, scopeProblems, scopeWarnings,
} from '../validation/audit/controls';
import { Problem } from '../values/problem';

const SCOPE_NAMES = { tagKeys: 'controlScope', resourceTypes: 'controlScope', resourceIds: 'controlScope' };

/** Reasons for which AWS Backup would reject a control. */
export function controlProblems(facts: ControlFacts): Problem[] {
  const { control: { controlName, _props: { controlScope } }, unreadable } = facts;
  const capability = auditControlOf(controlName);
  return [
    ...unreadable.length > 0 ? unreadable : controlParameterProblems(capability, valuesOf(facts), namesOf(facts)),
    ...controlScope ? scopeProblems(capability, controlScope._values(), SCOPE_NAMES) : [],
    ...controlScope?._isEmpty() ? [new Problem('empty', '\'controlScope\' must not be empty. Set a tag key, a type, or a resource id.')] : [],
  ];
}

/** What AWS Backup accepts and users rarely intend. */
export function controlWarnings(facts: ControlFacts): Problem[] {
  const { controlName, _props: { controlScope } } = facts.control;
  const values = valuesOf(facts);
  return [
    ...controlParameterWarnings(auditControlOf(controlName), values, namesOf(facts)),
    ...lockWarnings(values),
    ...controlScope ? scopeWarnings(controlScope._values(), SCOPE_NAMES) : [],
  ];
}

function valuesOf({ parameters }: ControlFacts): ParameterValues {
  return Object.fromEntries<ParameterValues[string]>(parameters.map(({ name, value }) => [name, value]));
}

/** The properties of parameters, which messages name. */
function namesOf({ parameters }: ControlFacts): ParameterNames {
  return Object.fromEntries(parameters.map(({ name, property }) => [name, property]));
}

/** A lock cannot have bounds that exclude each other. */
function lockWarnings({ minRetentionDays: min, maxRetentionDays: max }: ParameterValues): Problem[] {
  return typeof min === 'string' && typeof max === 'string' && Number(max) < Number(min)
    ? [new Problem('bounds', `'maxRetention' is less than 'minRetention' (${min} days), got ${max} days. No lock can meet both. Raise 'maxRetention', or leave it out.`)]
    : [];
}
