import { frameworksIn } from './frameworks';
import { LIMITS, NAMES } from '../../../capabilities/limits';
import type { Entity, Property } from '../../../inventory';
import { descriptionProblems, frameworkValueProblems } from '../../../validation/audit/controls';
import type { Problem } from '../../../values/problem';
import { at } from '../../at';
import { judged, writtenNameProblems } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const frameworkName: Rule = {
  id: RuleId.FRAMEWORK_NAME,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Frameworks and report plans have names and descriptions that AWS Backup accepts.',
  why: 'The deployment fails. The names of vaults and plans can have hyphens, but these names cannot.',
  fix: 'Use letters, digits, and underscores. Start with a letter.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateFramework.html',
  evaluate: (inventory) => [
    ...frameworksIn(inventory).flatMap(ofFramework),
    ...inventory.ofType('AWS::Backup::ReportPlan').flatMap(ofReportPlan),
  ],
};

const FRAMEWORK_NAMES = { name: 'FrameworkName', description: 'FrameworkDescription', controls: 'FrameworkControls' };
const NOTHING = { name: undefined, description: undefined, controls: undefined };

function ofFramework(framework: Entity): Outcome[] {
  return [
    ...ofProperty(framework, 'framework', 'FrameworkName', (property) => writtenNameProblems('FrameworkName', property, NAMES.framework)),
    ...ofProperty(framework, 'framework', 'FrameworkDescription', (property) => frameworkValueProblems({ ...NOTHING, description: property.string() }, FRAMEWORK_NAMES)),
  ];
}

function ofReportPlan(plan: Entity): Outcome[] {
  return [
    ...ofProperty(plan, 'report plan', 'ReportPlanName', (property) => writtenNameProblems('ReportPlanName', property, NAMES.reportPlan)),
    ...ofProperty(plan, 'report plan', 'ReportPlanDescription', (property) => descriptionProblems('ReportPlanDescription', property.string(), LIMITS.reportPlanDescription)),
  ];
}

function ofProperty(entity: Entity, kind: string, name: string, judge: (property: Property) => readonly Problem[]): Outcome[] {
  const property = entity.properties.get(name);
  const subject = `${kind} ${entity.address.logicalId}`;
  return judged(at(entity.address, property), judge(property).map((problem) => problem.of(subject)), [property.string()],
    `${subject}: '${name}' is unknown.`);
}
