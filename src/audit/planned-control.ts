import type { CfnFramework } from 'aws-cdk-lib/aws-backup';
import type { AuditControl } from './audit-control';
import { auditControlOf } from '../capabilities/audit-controls';
import {
  type ParameterValues, controlParameterProblems, controlParameterWarnings, scopeProblems, scopeWarnings,
} from '../validation/audit/controls';
import { Problem } from '../values/problem';

/** A control that has been checked. */
export interface PlannedControl {
  readonly control: AuditControl;
  readonly problems: Problem[];
  readonly warnings: Problem[];
  render(): CfnFramework.FrameworkControlProperty;
}

const SCOPE_NAMES = { tagKeys: 'controlScope', resourceTypes: 'controlScope', resourceIds: 'controlScope' };

export function planControl(control: AuditControl): PlannedControl {
  const problems: Problem[] = [];
  const capability = auditControlOf(control.controlName);
  const parameters = control._parameters(problems);
  const values: ParameterValues = Object.fromEntries<ParameterValues[string]>(parameters.map(({ name, value }) => [name, value]));
  const names = Object.fromEntries(parameters.map(({ name, property }) => [name, property]));
  const { controlScope } = control._props;
  const scopeValues = controlScope?._values();

  // A value that cannot be read already has a problem
  if (problems.length === 0) { problems.push(...controlParameterProblems(capability, values, names)); }
  if (scopeValues) { problems.push(...scopeProblems(capability, scopeValues, SCOPE_NAMES)); }
  if (controlScope?._isEmpty()) { problems.push(new Problem('empty', '\'controlScope\' must not be empty. Set a tag key, a type, or a resource id.')); }
  return {
    control,
    problems,
    warnings: [
      ...controlParameterWarnings(capability, values, names),
      ...lockWarnings(values),
      ...scopeValues ? scopeWarnings(scopeValues, SCOPE_NAMES) : [],
    ],
    render: () => ({
      controlName: control.controlName,
      controlInputParameters: parameters.length > 0
        ? parameters.map(({ name, rendered }) => ({ parameterName: name, parameterValue: rendered }))
        : undefined,
      controlScope: controlScope?._rendered,
    }),
  };
}

/** A lock cannot have bounds that exclude each other. */
function lockWarnings({ minRetentionDays: min, maxRetentionDays: max }: ParameterValues): Problem[] {
  return typeof min === 'string' && typeof max === 'string' && Number(max) < Number(min)
    ? [new Problem('bounds', `'maxRetention' is less than 'minRetention' (${min} days), got ${max} days. No lock can meet both. Raise 'maxRetention', or leave it out.`)]
    : [];
}
