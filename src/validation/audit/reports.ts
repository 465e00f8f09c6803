import { DOUBTFUL_REPORT_TEMPLATE, EVERY_ACCOUNT, EVERY_REGION, REPORT_FORMATS, REPORT_TEMPLATES } from '../../capabilities/reports';
import { anyOf, hasItems } from '../../values/answer';
import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../../values/unknown';

/** What a report plan requests. */
export interface ReportValues {
  readonly template: Value<string>;
  readonly formats: Value<readonly Value<string>[]>;
  readonly accounts: Value<readonly Value<string>[]>;
  readonly organizationUnits: Value<readonly Value<string>[]>;
  readonly regions: Value<readonly Value<string>[]>;
  /** How many. */
  readonly frameworks: Value<number>;
}

/** What the reader of a message calls the properties. */
export interface ReportNames {
  readonly template: string;
  readonly formats: string;
  readonly frameworks: string;
}

/** A page of the guide has another name for one template, which is therefore accepted. */
export function reportTemplateProblems({ template }: ReportValues, names: Pick<ReportNames, 'template'>): Problem[] {
  const templates = REPORT_TEMPLATES.map(({ name }) => name);
  return isKnown(template) && !templates.includes(template) && template !== DOUBTFUL_REPORT_TEMPLATE
    ? [new Problem('template', `'${names.template}' must be one of ${templates.join(', ')}, got '${template}'. Choose one of them.`)]
    : [];
}

const SEVERAL_ACCOUNTS = 'several accounts';

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-api.html */
export function reportFormatProblems({ formats, ...report }: ReportValues, names: Pick<ReportNames, 'formats'>): Problem[] {
  const over = reachOf(report);
  const others = elementsOf(formats).filter((format) => isKnown(format) && !REPORT_FORMATS.includes(format));
  if (others.length > 0) {
    return others.map((format) => new Problem('format', `'${names.formats}' must be ${REPORT_FORMATS.join(' or ')}, got '${String(format)}'. Choose one of them.`, String(format)));
  }
  return isKnown(formats) && formats.includes('JSON') && over !== undefined
    ? [new Problem('json', `'${names.formats}' must be 'CSV' for a report on ${over}, got 'JSON'. Leave 'JSON' out, or create a report plan for each account and Region.`)]
    : [];
}

/** What a report must say about frameworks: a compliance report of one account and Region names them, one of several accounts cannot. */
export function frameworksOf({ template, ...report }: ReportValues): 'required' | 'rejected' | 'optional' | typeof UNKNOWN {
  if (template === UNKNOWN) { return UNKNOWN; }
  if (!REPORT_TEMPLATES.some(({ name, needsFrameworks }) => needsFrameworks && name === template)) { return 'optional'; }
  if (reachOf(report) === SEVERAL_ACCOUNTS) { return 'rejected'; }
  return anyOf([hasItems(report.accounts), hasItems(report.organizationUnits), hasItems(report.regions)]) === false ? 'required' : UNKNOWN;
}

/** @see https://github.com/hashicorp/terraform-provider-aws/issues/32235 */
export function reportFrameworkProblems(report: ReportValues, names: Pick<ReportNames, 'frameworks'>): Problem[] {
  const { frameworks: given = 0 } = report;
  const rule = frameworksOf(report);
  if (rule === 'rejected' && given !== UNKNOWN && given > 0) {
    return [new Problem('frameworks-of-one-account', `'${names.frameworks}' must not be set for '${String(report.template)}' on ${SEVERAL_ACCOUNTS}, got ${count(given, 'frameworks')}. `
      + 'Leave it out. The report is about all frameworks of these accounts.')];
  }
  return rule === 'required' && given === 0
    ? [new Problem('frameworks', `'${names.frameworks}' must name a framework for '${String(report.template)}', got none. Name the frameworks to report on.`)]
    : [];
}

function reachOf({ accounts, organizationUnits, regions }: Pick<ReportValues, 'accounts' | 'organizationUnits' | 'regions'>): string | undefined {
  const [accountIds, units, regionIds] = [elementsOf(accounts), elementsOf(organizationUnits), elementsOf(regions)];
  if (accountIds.length > 1 || accountIds.includes(EVERY_ACCOUNT) || units.length > 0) { return SEVERAL_ACCOUNTS; }
  return regionIds.length > 1 || regionIds.includes(EVERY_REGION) ? 'several Regions' : undefined;
}

