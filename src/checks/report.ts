import type { PolicyValidationPluginReport, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Evaluation, Finding } from './evaluate';
import type { Address } from '../inventory';

/** The names of a resource in a report. */
export type NamedResource = (address: Address) => Pick<PolicyViolatingResource, 'constructPath' | 'resourceLogicalId' | 'templatePath'>;

/**
 * Without it, the CDK leaves out the report of a pack that finds nothing, and the command line could not read its options. The CDK does not print
 * an entry without resources.
 */
export const NOTHING_FOUND: PolicyViolation = {
  ruleName: 'Backup-NothingFound',
  description: 'The pack found nothing.',
  severity: 'info',
  violatingResources: [],
};

/**
 * One violation for each fault of a rule, with all resources that have it. A violation has one description, so only findings with the same text share it.
 * Only errors decide the success, because the CDK fails the synthesis of a report without success.
 *
 * @param options the props of the pack as text
 */
export function reportOf({ findings, unknown }: Evaluation, nameOf: NamedResource, options: string): PolicyValidationPluginReport {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule.id, finding.level, finding.key, finding.message]);
    const group = groups.get(key);
    if (group) { group.push(finding); } else { groups.set(key, [finding]); }
  }
  return {
    success: findings.every(({ level }) => level !== 'error'),
    violations: [...groups.values()].map((group) => violationOf(group, nameOf)),
    metadata: { unknown: String(unknown.length), options },
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
