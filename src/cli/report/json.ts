import { type Report, type ReportedFinding, summaryOf } from './report';

/** The report as JSON. `schemas/check.json` describes it. */
export function jsonReport(report: Report): string {
  const { version, packs, templates, findings, unknown, fixed } = report;
  return `${JSON.stringify({
    $schema: 'https://unpkg.com/cdk-compliant-backup/schemas/check.json',
    tool: { name: 'cdk-compliant-backup', version },
    packs,
    summary: summaryOf(report),
    templates,
    findings: findings.map((finding) => ({
      ...locatedFinding(finding),
      level: finding.level,
      why: finding.of.why,
      fix: finding.of.fix,
      page: finding.of.page,
      fingerprint: finding.fingerprint,
      ...fixed && { baseline: finding.known ? 'known' : 'new' },
    })),
    unknown: unknown.map(locatedFinding),
    ...fixed && { fixed },
  }, undefined, 2)}\n`;
}

function locatedFinding({ rule, file, line, column, resource, type, path, message }: ReportedFinding) {
  return { rule, message, file, line, column, resource, type, path };
}
