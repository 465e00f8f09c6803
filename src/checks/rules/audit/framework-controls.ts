import { type WrittenControl, controlsIn, frameworkName, frameworksIn } from './frameworks';
import type { Entity } from '../../../inventory';
import { type ParameterValues, controlParameterProblems, controlParameterWarnings, frameworkValueProblems } from '../../../validation/audit/controls';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const frameworkControls: Rule = {
  id: RuleId.FRAMEWORK_CONTROLS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Controls exist, and their parameters are within the limits of AWS.',
  why: 'The deployment of the framework fails, and resources without backups are not reported.',
  fix: 'Name controls and parameters as the guide does. All values are strings.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html',
  evaluate: (inventory) => [...frameworksIn(inventory).flatMap(ofFramework), ...controlsIn(inventory).flatMap(ofControl)],
};

const CONTROLS = 'FrameworkControls';

function ofFramework(framework: Entity): Outcome[] {
  const list = framework.properties.get(CONTROLS);
  const controls = list.items();
  const problems = frameworkValueProblems({ name: undefined, description: undefined, controls: isKnown(controls) ? controls.length : undefined },
    { name: '', description: '', controls: CONTROLS });
  const subject = `framework ${frameworkName(framework)}`;
  return judged(at(framework.address, list), problems.map((problem) => problem.of(subject)), [controls], `${subject}: '${CONTROLS}' is unknown.`);
}

function ofControl(control: WrittenControl): Outcome[] {
  const { framework, properties, name, capability, label } = control;
  const place = at(framework.address, properties.get('ControlName'));
  if (!isKnown(name)) { return name === UNKNOWN ? [unknown(place, `${label}: 'ControlName' is unknown.`)] : []; }
  if (!capability) {
    return [fault(place, new Problem('control', `'ControlName' must be a control of AWS Backup Audit Manager, got '${name}'. Write it as the guide does.`).of(label))];
  }
  const values = parametersOf(control);
  const address = at(framework.address, properties.get('ControlInputParameters'));
  const doubt = `${label}: a value in 'ControlInputParameters' is unknown.`;
  if (values === UNKNOWN) { return [unknown(address, doubt)]; }
  const named = (problems: readonly Problem[]) => problems.map((problem) => problem.of(label));
  return [
    ...judged(address, named(controlParameterProblems(capability, values, {})), Object.values(values), doubt),
    ...faults(address, named(controlParameterWarnings(capability, values, {})), 'warning'),
  ];
}

/** `UNKNOWN` if it is unknown which parameters are set. */
function parametersOf({ properties }: WrittenControl): ParameterValues | typeof UNKNOWN {
  const items = properties.get('ControlInputParameters').items();
  if (items === UNKNOWN) { return UNKNOWN; }
  const pairs = (items ?? []).map((item): [Value<string>, Value<string>] => [item.get('ParameterName').string(), item.get('ParameterValue').string()]);
  if (pairs.some(([name]) => name === UNKNOWN)) { return UNKNOWN; }
  return Object.fromEntries(pairs.filter(([name, value]) => name !== undefined && value !== undefined)) as ParameterValues;
}
