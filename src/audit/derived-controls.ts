import { Duration } from 'aws-cdk-lib';
import { AuditControl } from './audit-control';
import { AuditControlName } from './audit-control-name';
import type { ControlScope } from './control-scope';
import { type AuditedPlan, type AuditedRule, copiesLeaveFor } from './plan-facts';
import { type WholeNumberParameter, auditControlOf } from '../capabilities/audit-controls';
import { LIMITS } from '../capabilities/limits';
import { HOURS_OF_A_DAY } from '../cdk/measures';
import { count } from '../values/quantity';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';
import { CompliantVault } from '../vault/compliant-vault';

/** A control that the plans meet, but that cannot be derived. */
export interface Underived {
  readonly name: AuditControlName;
  readonly reason: string;
}

export interface DerivedControls {
  readonly controls: AuditControl[];
  readonly underived: Underived[];
}

type Derived = AuditControl | Underived | undefined;

/**
 * The controls that every plan meets, so that an audit reports what has drifted from the plans. Each control must hold for all
 * plans, because AWS evaluates it for the whole account unless it has a scope.
 */
export function deriveControls(plans: readonly AuditedPlan[], controlScope: ControlScope | undefined): DerivedControls {
  if (plans.length === 0) { return { controls: [], underived: [] }; }
  const derived: Derived[] = [
    AuditControl.resourcesProtectedByBackupPlan({ controlScope }),
    frequencyAndRetention(plans, controlScope),
    recoveryPointRetention(plans, controlScope),
    AuditControl.recoveryPointsEncrypted({ controlScope }),
    manualDeletion(plans, controlScope),
    vaultLock(plans, controlScope),
    crossRegion(plans, controlScope),
    crossAccount(plans, controlScope),
    lastRecoveryPoint(plans, controlScope),
    airGappedVault(plans, controlScope),
  ];
  return {
    controls: derived.filter((each) => each instanceof AuditControl),
    underived: derived.filter((each): each is Underived => each !== undefined && !(each instanceof AuditControl)),
  };
}

/** Frequency and retention of the most frequent rule of each plan. For several plans, the values that all of them meet. */
function frequencyAndRetention(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  const name = AuditControlName.PLAN_MIN_FREQUENCY_AND_MIN_RETENTION;
  const rules = plans.map(mostFrequent);
  const without = plans.find((_, index) => rules[index] === undefined);
  if (without) { return { name, reason: `no rule of the plan '${without.path}' has both a schedule with a known interval and a known retention` }; }
  const interval = Math.max(...rules.map((rule) => rule!.interval as number));
  const frequency = durationWithin(interval, name, 'requiredFrequencyValue');
  return frequency
    ? AuditControl.planMinFrequencyAndRetention({ frequency, retention: inDays(least(rules.map((rule) => rule!.retention))), controlScope })
    : { name, reason: tooLong((days) => `${days} can pass between two backups`, interval, name, 'requiredFrequencyValue') };
}

function mostFrequent(plan: AuditedPlan): AuditedRule | undefined {
  const known = plan.rules.filter((rule) => isKnown(rule.interval) && rule.retention !== UNKNOWN);
  return [...known].sort((one, other) => (one.interval as number) - (other.interval as number) || longer(one, other))[0];
}

function longer(one: AuditedRule, other: AuditedRule): number {
  return ((other.retention ?? Infinity) as number) - ((one.retention ?? Infinity) as number) || 0;
}

/** The shortest retention in this Region and account, where AWS evaluates all recovery points. */
function recoveryPointRetention(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  const name = AuditControlName.RECOVERY_POINT_MIN_RETENTION;
  const rules = plans.flatMap((plan) => plan.rules);
  const staying = rules.flatMap((rule) => rule.copies)
    .filter(({ destination: { leavesFor } }) => leavesFor.region === undefined && leavesFor.account === undefined);
  const retentions = [...rules, ...staying].map(({ retention }) => retention);
  return retentions.includes(UNKNOWN)
    ? { name, reason: 'a retention is a token' }
    : AuditControl.recoveryPointMinRetention({ retention: inDays(least(retentions)), controlScope });
}

function manualDeletion(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  const name = AuditControlName.RECOVERY_POINT_MANUAL_DELETION_DISABLED;
  const targets = plans.flatMap((plan) => plan.rules).map((rule) => rule.vault);
  const foreign = targets.find(({ vault }) => !(vault instanceof CompliantVault));
  if (foreign) { return { name, reason: `the access policy of the vault ${foreign.label}, which is not a CompliantVault, is unknown` }; }
  const vaults = targets.map(({ vault }) => vault as CompliantVault);
  if (vaults.some((vault) => !vault._guarded)) { return undefined; }
  const exempt = vaults.flatMap((vault) => vault.deletionExemptArns.map((arn) => [identityOf(arn, vault), arn] as const));
  const exemptRoleArns = [...new Map(exempt).values()];
  const { max } = LIMITS.exemptPrincipals;
  return exemptRoleArns.length > max
    ? { name, reason: `the vaults exempt ${count(exemptRoleArns.length, 'roles')} together, and the control accepts at most ${max}` }
    : AuditControl.manualDeletionDisabled({ exemptRoleArns, controlScope });
}

/** The deployment role of a stack is a new token each time it is read. */
function identityOf(arn: string, vault: CompliantVault): string {
  const resolved: unknown = vault.stack.resolve(arn);
  return typeof resolved === 'object' && resolved !== null && 'Fn::Sub' in resolved ? String(resolved['Fn::Sub']) : arn;
}

/** If all vaults are locked: bounds that hold for each of the locks. */
function vaultLock(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  const locks = plans.flatMap((plan) => plan.rules).map((rule) => rule.vault.lock);
  if (locks.includes(undefined)) { return undefined; }
  const minimums = locks.map((lock) => lock!.minRetention);
  const maximums = locks.map((lock) => lock!.maxRetention);
  return AuditControl.vaultLock({
    minRetention: minimums.every(isKnown) ? inDays(Math.min(...minimums)) : undefined,
    maxRetention: maximums.every(isKnown) ? inDays(Math.max(...maximums)) : undefined,
    controlScope,
  });
}

function crossRegion(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  const destinations = plans.map((plan) => copiesLeaveFor(plan, 'region'));
  const name = AuditControlName.RESOURCES_PROTECTED_BY_CROSS_REGION;
  return copied(plans, destinations, name, (regions) => AuditControl.crossRegionCopy({ regions, controlScope }));
}

function crossAccount(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  const destinations = plans.map((plan) => copiesLeaveFor(plan, 'account'));
  const name = AuditControlName.RESOURCES_PROTECTED_BY_CROSS_ACCOUNT;
  const { max } = LIMITS.accountsPerControl;
  return copied(plans, destinations, name, (accounts) => AuditControl.crossAccountCopy({ accounts: accounts.slice(0, max), controlScope }));
}

/** If every plan has copies: the destinations that all of them have. */
function copied(
  plans: readonly AuditedPlan[], destinations: readonly Value<string>[][], name: AuditControlName, control: (common: string[]) => AuditControl,
): Derived {
  if (destinations.some((each) => each.length === 0)) { return undefined; }
  const doubtful = destinations.findIndex((each) => !each.some(isKnown));
  if (doubtful >= 0) { return { name, reason: `the destinations of the copies of the plan '${plans[doubtful].path}' are unknown` }; }
  const [first, ...others] = destinations;
  return control(first.filter(isKnown).filter((place) => others.every((each) => each.includes(place))).sort());
}

function lastRecoveryPoint(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  const name = AuditControlName.LAST_RECOVERY_POINT_CREATED;
  return ageControl(plans, name, () => true, (maxAge) => AuditControl.lastRecoveryPointCreated({ maxAge, controlScope }));
}

/** If every plan has a rule with an air-gapped vault: at least the age that AWS advises. */
function airGappedVault(plans: readonly AuditedPlan[], controlScope?: ControlScope): Derived {
  if (plans.some((plan) => !plan.rules.some((rule) => rule.airGapped))) { return undefined; }
  const name = AuditControlName.RESOURCES_IN_AIR_GAPPED_VAULT;
  const advised = Duration.days(parameterOf(name, 'recoveryPointAgeValue').advisedMin!.days);
  return ageControl(plans, name, (rule) => rule.airGapped, (age) =>
    AuditControl.inLogicallyAirGappedVault({ maxAge: age.toHours() < advised.toHours() ? advised : age, controlScope }));
}

function ageControl(
  plans: readonly AuditedPlan[], name: AuditControlName, counts: (rule: AuditedRule) => boolean, control: (maxAge: Duration) => AuditControl,
): Derived {
  const ages = plans.map((plan) => Math.min(...plan.rules.filter(counts).map((rule) => rule.age).filter(isKnown)));
  const withoutAge = ages.indexOf(Infinity);
  if (withoutAge >= 0) { return { name, reason: `no rule of the plan '${plans[withoutAge].path}' has both a schedule with a known interval and known windows` }; }
  const age = Math.max(...ages);
  const maxAge = durationWithin(age, name, 'recoveryPointAgeValue');
  return maxAge ? control(maxAge) : { name, reason: tooLong((days) => `a backup can be ${days} old`, age, name, 'recoveryPointAgeValue') };
}

const HOUR = 60;

/** Rounded up to a value that the parameter accepts. */
function durationWithin(minutes: number, name: AuditControlName, parameter: string): Duration | undefined {
  const { limits } = parameterOf(name, parameter);
  const hours = Math.ceil(minutes / HOUR);
  if (hours % HOURS_OF_A_DAY !== 0 && hours <= limits.hours.max!) { return Duration.hours(Math.max(hours, limits.hours.min!)); }
  const days = Math.ceil(hours / HOURS_OF_A_DAY);
  return days <= limits.days.max! ? Duration.days(Math.max(days, limits.days.min!)) : undefined;
}

function tooLong(label: (days: string) => string, minutes: number, name: AuditControlName, parameter: string): string {
  const days = Math.ceil(minutes / HOUR / HOURS_OF_A_DAY);
  return `${label(count(days, 'days'))}, and the control accepts at most ${parameterOf(name, parameter).limits.days.max}`;
}

function parameterOf(name: AuditControlName, parameter: string): WholeNumberParameter {
  return auditControlOf(name).parameters.find((each) => each.name === parameter) as WholeNumberParameter;
}

/** `undefined` if no recovery point expires, so that AWS's default applies. */
function least(retentions: readonly Value<number>[]): number | undefined {
  const known = retentions.filter(isKnown);
  return known.length === 0 ? undefined : Math.min(...known);
}

function inDays(amount: number | undefined): Duration | undefined {
  return amount === undefined ? undefined : Duration.days(amount);
}
