import type { CfnFramework } from 'aws-cdk-lib/aws-backup';
import type { AuditControl } from './audit-control';
import type { GivenParameter } from './control-parameters';
import type { Problem } from '../values/problem';

/** The values of a control as they are checked. */
export interface ControlFacts {
  readonly control: AuditControl;
  readonly parameters: readonly GivenParameter[];
  /** Why properties cannot be read. */
  readonly unreadable: readonly Problem[];
}

export function readControl(control: AuditControl): ControlFacts {
  const { parameters, problems: unreadable } = control._parameters();
  return { control, parameters, unreadable };
}

export function renderControl({ control, parameters }: ControlFacts): CfnFramework.FrameworkControlProperty {
  return {
    controlName: control.controlName,
    controlInputParameters: parameters.length > 0
      ? parameters.map(({ name, rendered }) => ({ parameterName: name, parameterValue: rendered }))
      : undefined,
    controlScope: control._props.controlScope?._rendered,
  };
}
