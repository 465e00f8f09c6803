import type { Entity } from '../../../inventory';
import {
  type ReportValues, frameworksOf, reportFormatProblems, reportFrameworkProblems, reportTemplateProblems,
} from '../../../validation/audit/reports';
import type { Problem } from '../../../values/problem';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { elementsOrUnknown, judged, nameOf, stringsIn } from '../../properties';
import { type Outcome, type Rule, faults } from '../../rule';
import { RuleId } from '../../rule-id';

export const reportPlanFormat: Rule = {
  id: RuleId.REPORT_PLAN_FORMAT,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A report plan has a template and formats that exist. A report on several accounts or Regions has the format CSV. A compliance report on '
    + 'one account and Region names frameworks, and one on several accounts names none.',
  why: 'AWS Backup rejects the report plan, and the auditor has no evidence.',
  fix: 'Use CSV for several accounts or Regions. Name a framework for a compliance report on one account, and none for several.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-api.html',
  evaluate: (inventory) => inventory.ofType('AWS::Backup::ReportPlan').flatMap(outcomesOf),
};

const NAMES = { template: 'ReportSetting.ReportTemplate', formats: 'ReportDeliveryChannel.Formats', frameworks: 'ReportSetting.FrameworkArns' };

function outcomesOf(plan: Entity): Outcome[] {
  const { properties } = plan;
  const setting = properties.get('ReportSetting');
  const [formats, frameworks] = [properties.get('ReportDeliveryChannel').get('Formats'), setting.get('FrameworkArns')];
  const frameworkArns = frameworks.items();
  const values: ReportValues = {
    template: setting.get('ReportTemplate').string(),
    formats: stringsIn(formats),
    accounts: stringsIn(setting.get('Accounts')),
    organizationUnits: stringsIn(setting.get('OrganizationUnits')),
    regions: stringsIn(setting.get('Regions')),
    frameworks: isKnown(frameworkArns) ? frameworkArns.length : frameworkArns,
  };
  const subject = `report plan ${nameOf(plan, properties.get('ReportPlanName').string())}`;
  const named = (problems: readonly Problem[]) => problems.map((problem) => problem.of(subject));
  const template = setting.get('ReportTemplate');
  return [
    ...faults(at(plan.address, template), named(reportTemplateProblems(values, NAMES))),
    ...judged(at(plan.address, formats), named(reportFormatProblems(values, NAMES)), openOf(values), `${subject}: whether AWS Backup accepts '${NAMES.formats}' is unknown.`),
    ...judged(at(plan.address, frameworks), named(reportFrameworkProblems(values, NAMES)),
      doubtsOf(values), `${subject}: whether AWS Backup accepts '${NAMES.frameworks}' is unknown.`),
  ];
}

/** The sources do not document one account that is named, or several Regions of one account. */
function doubtsOf(values: ReportValues): readonly unknown[] {
  const rule = frameworksOf(values);
  return rule === 'optional' ? [] : [rule, values.frameworks];
}

/** Unknown values that matter. A report that is certainly not JSON has no limits. */
function openOf({ formats, accounts, regions, organizationUnits }: ReportValues): readonly unknown[] {
  const given = elementsOrUnknown(formats);
  const certainlyCsv = given.every((format) => format === undefined || format === 'CSV');
  return certainlyCsv ? [] : [...given, ...elementsOrUnknown(accounts), ...elementsOrUnknown(regions), ...elementsOrUnknown(organizationUnits)];
}
