import type { PolicyValidationPluginReport, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Evaluation, Finding } from './evaluate';
import type { Address } from '../inventory';

/** How a report names a resource. */
export type NamedResource = (address: Address) => Pick<PolicyViolatingResource, 'constructPath' | 'resourceLogicalId' | 'templatePath'>;

/**
 * One violation for each message of a rule: what differs between resources is said of each, and what does not is said once.
 * Errors alone decide the success, since CDK fails the synthesis where there is none.
 */
export function reportOf({ findings, unknown }: Evaluation, nameOf: NamedResource): PolicyValidationPluginReport {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule.id}|${finding.level}|${finding.message}`;
    const group = groups.get(key);
    if (group) { group.push(finding); } else { groups.set(key, [finding]); }
  }
  return {
    success: findings.every(({ level }) => level !== 'error'),
    violations: [...groups.values()].map((group) => violationOf(group, nameOf)),
    metadata: { unknown: String(unknown.length) },
  };
}

function violationOf(group: readonly Finding[], nameOf: NamedResource): PolicyViolation {
  const [{ rule, level, message }] = group;
  return {
    ruleName: rule.id,
    description: message,
    severity: level,
    fix: rule.fix,
    ruleMetadata: { what: rule.what, why: rule.why, page: rule.page },
    violatingResources: group.map(({ address }) => ({ ...nameOf(address), locations: [locationOf(address)] })),
  };
}

function locationOf({ path }: Address): string {
  return path === '' ? 'Properties' : `Properties.${path}`;
}
