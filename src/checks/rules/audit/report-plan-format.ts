import type { Entity } from '../../../inventory';
import type { ReportValues } from '../../../validation/audit/reports';
import { reportFormatProblems, reportFrameworkProblems, reportTemplateProblems } from '../../../validation/audit/reports';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { elementsOf, judged, nameOf, stringsIn } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { faults } from '../../rule';
import { RuleId } from '../../rule-id';

export const reportPlanFormat: Rule = {
  id: RuleId.REPORT_PLAN_FORMAT,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A report plan has a template and formats that exist; over several accounts or Regions it is CSV, and for compliance it names frameworks.',
  why: 'AWS Backup refuses the report plan, and there is no evidence for the auditor.',
  fix: 'Take CSV for several accounts or Regions; name a framework for a compliance report.',
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
  const told = (problems: readonly string[]) => problems.map((problem) => `${subject}: ${problem}`);
  const template = setting.get('ReportTemplate');
  return [
    ...faults(at(plan.address, template), told(reportTemplateProblems(values, NAMES))),
    ...judged(at(plan.address, formats), told(reportFormatProblems(values, NAMES)), openOf(values), `${subject}: whether '${NAMES.formats}' fits cannot be known`),
    ...judged(at(plan.address, frameworks), told(reportFrameworkProblems(values, NAMES)),
      isKnown(values.frameworks) ? [] : [values.template, values.frameworks],
      `${subject}: whether '${NAMES.frameworks}' is needed and given cannot be known`),
  ];
}

/** What is not known, where it matters: a report that is certainly no JSON has no limits. */
function openOf({ formats, accounts, regions, organizationUnits }: ReportValues): readonly unknown[] {
  const given = elementsOf(formats);
  const certainlyCsv = given.every((format) => format === undefined || format === 'CSV');
  return certainlyCsv ? [] : [...given, ...elementsOf(accounts), ...elementsOf(regions), ...elementsOf(organizationUnits)];
}
