import { DOUBTFUL_REPORT_TEMPLATE, EVERY_ACCOUNT, EVERY_REGION, REPORT_FORMATS, REPORT_TEMPLATES } from '../../capabilities/reports';
import { Problem } from '../../values/problem';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';

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

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-api.html */
export function reportFormatProblems({ formats, ...report }: ReportValues, names: Pick<ReportNames, 'formats'>): Problem[] {
  const over = reachOf(report);
  const others = elementsOf(formats).filter((format) => isKnown(format) && !REPORT_FORMATS.includes(format));
  if (others.length > 0) {
    return others.map((format) => new Problem(`format ${String(format)}`, `'${names.formats}' must be ${REPORT_FORMATS.join(' or ')}, got '${String(format)}'. Choose one of them.`));
  }
  return isKnown(formats) && formats.includes('JSON') && over !== undefined
    ? [new Problem('json', `'${names.formats}' must be 'CSV' for a report on ${over}, got 'JSON'. Leave 'JSON' out, or make a report plan for each account and Region.`)]
    : [];
}

export function reportFrameworkProblems({ template, frameworks }: ReportValues, names: Pick<ReportNames, 'frameworks'>): Problem[] {
  return (frameworks === undefined || frameworks === 0) && REPORT_TEMPLATES.some(({ name, needsFrameworks }) => needsFrameworks && name === template)
    ? [new Problem('frameworks', `'${names.frameworks}' must name a framework for '${String(template)}', got none. Name the frameworks to report on.`)]
    : [];
}

function reachOf({ accounts, organizationUnits, regions }: Omit<ReportValues, 'formats'>): string | undefined {
  const [accountIds, units, regionIds] = [elementsOf(accounts), elementsOf(organizationUnits), elementsOf(regions)];
  if (accountIds.length > 1 || accountIds.includes(EVERY_ACCOUNT) || units.length > 0) { return 'several accounts'; }
  return regionIds.length > 1 || regionIds.includes(EVERY_REGION) ? 'several Regions' : undefined;
}

function elementsOf(list: Value<readonly Value<string>[]>): readonly Value<string>[] {
  return isKnown(list) ? list : [];
}
