import { frameworksIn } from './frameworks';
import { type Entity, environmentKey } from '../../../inventory';
import { frameworkQuotaWarnings } from '../../../validation/audit/controls';
import { append } from '../../../values/append';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const frameworkQuotas: Rule = {
  id: RuleId.FRAMEWORK_QUOTAS,
  packs: ['ValidityChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'Frameworks and controls are within the default quotas.',
  why: 'Without a higher quota, the deployment of the last framework fails.',
  fix: 'Request a higher quota from AWS, or share a framework between applications.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html',
  evaluate: (inventory) => [...byEnvironment(frameworksIn(inventory)).values()].flatMap(outcomesOf),
};

function outcomesOf(frameworks: readonly Entity[]): Outcome[] {
  const certain = frameworks.filter((framework) => framework.certain);
  const lists = certain.map((framework) => framework.properties.get('FrameworkControls'));
  const controls = lists.reduce((total, list) => total + itemsIn(list).length, 0);
  const last = certain.at(-1);
  return [
    ...last ? frameworkQuotaWarnings(certain.length, controls).map((warning) => fault(last.address, warning)) : [],
    ...lists.flatMap((list, index) => (list.items() === UNKNOWN
      ? [unknown(at(certain[index].address, list), `The number of controls of framework ${certain[index].address.logicalId} is unknown.`)]
      : [])),
  ];
}

function byEnvironment(frameworks: readonly Entity[]): ReadonlyMap<string, Entity[]> {
  const groups = new Map<string, Entity[]>();
  for (const framework of frameworks) {
    const key = environmentKey(framework.environment);
    append(groups, key, framework);
  }
  return groups;
}
