import type { AuditFrameworkProps } from './audit-framework-props';
import { type ControlFacts, readControl } from './control-facts';
import { type Underived, deriveControls } from './derived-controls';
import { auditedPlan } from './plan-facts';
import type { TieredBackupPlan } from '../plan/tiered-backup-plan';

/** The values of a framework as they are checked, before anything is created for it. */
export interface FrameworkFacts {
  readonly props: AuditFrameworkProps;
  readonly plans: readonly TieredBackupPlan[];
  /** The derived controls first. */
  readonly controls: readonly ControlFacts[];
  /** Controls that the plans meet, but that cannot be derived. */
  readonly underived: readonly Underived[];
}

export function readFramework(props: AuditFrameworkProps): FrameworkFacts {
  const { controls = [], exclude = [] } = props;
  const plans = [...props.plan ? [props.plan] : [], ...props.plans ?? []];
  const derived = deriveControls(plans.map(auditedPlan), props.controlScope);
  const isWanted = (name: string) => !controls.some((control) => control.controlName === name) && !exclude.some((left) => left === name);
  return {
    props,
    plans,
    controls: [...derived.controls.filter((control) => isWanted(control.controlName)), ...controls].map(readControl),
    underived: derived.underived.filter(({ name }) => isWanted(name)),
  };
}
