import type { Resource } from './resources';
import { tagsOf } from './tags';
import { crossings, targetByArn, targetByName } from './vault-targets';
import { type Vaults, entity, label } from './vaults';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import type { CopyAction, Lifecycle, Plan, PlanRule } from '../entities';
import type { Property } from '../property';

export function planOf(resource: Resource, vaults: Vaults): Plan {
  const { properties } = resource;
  const document = properties.get('BackupPlan');
  const name = document.get('BackupPlanName').string();
  const plan: Omit<Plan, 'rules'> & { rules?: Plan['rules'] } = {
    ...entity(resource),
    tags: tagsOf(properties, resource.scope),
    name,
    advancedSettings: document.get('AdvancedBackupSettings'),
    scanSettings: document.get('ScanSettings'),
    label: label(name, resource.address.logicalId),
  };
  plan.rules = each(document.get('BackupPlanRule'), (rule) => ruleOf(rule, plan as Plan, vaults));
  return plan as Plan;
}

/** Each item of a list that is resolved. */
export function each<T>(list: Property, read: (item: Property) => T): Value<readonly T[]> {
  const items = list.items();
  return isKnown(items) ? items.map(read) : items;
}

function ruleOf(properties: Property, plan: Plan, vaults: Vaults): PlanRule {
  const name = properties.get('RuleName').string();
  const airGapped = properties.get('TargetLogicallyAirGappedBackupVaultArn');
  const airGappedTarget = targetByArn(airGapped, plan.environment, vaults);
  const rule: Omit<PlanRule, 'copies'> & { copies?: PlanRule['copies'] } = {
    plan,
    address: { ...plan.address, path: properties.path },
    properties,
    name,
    target: targetByName(properties.get('TargetBackupVault'), plan.environment, vaults),
    airGappedTarget: airGapped.isPresent === false ? undefined : { ...airGappedTarget, ...crossings(airGappedTarget, plan.environment) },
    schedule: properties.get('ScheduleExpression').string(),
    timezone: properties.get('ScheduleExpressionTimezone').string(),
    startWindow: properties.get('StartWindowMinutes').number(),
    completionWindow: properties.get('CompletionWindowMinutes').number(),
    continuous: properties.get('EnableContinuousBackup').boolean(),
    lifecycle: lifecycleIn(properties.get('Lifecycle')),
    label: label(name, properties.path),
  };
  rule.copies = each(properties.get('CopyActions'), (copy) => copyOf(copy, rule as PlanRule, vaults));
  return rule as PlanRule;
}

function copyOf(properties: Property, rule: PlanRule, vaults: Vaults): CopyAction {
  const { environment } = rule.plan;
  const destination = targetByArn(properties.get('DestinationBackupVaultArn'), environment, vaults);
  const lifecycle = properties.get('Lifecycle');
  return {
    rule,
    address: { ...rule.address, path: properties.path },
    properties,
    destination,
    ...crossings(destination, environment),
    lifecycle: lifecycle.isPresent === false ? undefined : lifecycleIn(lifecycle, rule.lifecycle.deleteAfter === undefined ? undefined : UNKNOWN),
  };
}

/**
 * @param always the meaning of `-1`. It is unknown in a copy: the guide gives it the retention of the backup, and the API reference no expiry. They agree
 * only if the backup never expires.
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
 */
function lifecycleIn(lifecycle: Property, always: Value<number> = undefined): Lifecycle {
  const deleteAfter = lifecycle.get('DeleteAfterDays').number();
  return {
    deleteAfter: deleteAfter === -1 ? always : deleteAfter,
    moveToColdStorageAfter: lifecycle.get('MoveToColdStorageAfterDays').number(),
    optInToArchive: lifecycle.get('OptInToArchiveForSupportedResources').boolean(),
  };
}
