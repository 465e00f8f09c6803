import { LongList, jsonParts } from './json-parts';
import { type Report, type ReportedFinding, summaryOf } from './report';

/** The report as JSON, in parts. `schemas/check.json` describes it. */
export function* jsonReport(report: Report): Generator<string> {
  const { version, packs, templates, findings, unknown, fixed } = report;
  yield* jsonParts({
    $schema: 'https://unpkg.com/cdk-compliant-backup/schemas/check.json',
    tool: { name: 'cdk-compliant-backup', version },
    packs,
    summary: summaryOf(report),
    templates,
    findings: new LongList(findings, (finding) => ({
      ...locatedFinding(finding),
      level: finding.level,
      why: finding.of.why,
      fix: finding.of.fix,
      page: finding.of.page,
      fingerprint: finding.fingerprint,
      ...fixed && { baseline: finding.known ? 'known' : 'new' },
    })),
    unknown: new LongList(unknown, locatedFinding),
    ...fixed && { fixed },
  });
  yield '\n';
}

function locatedFinding({ rule, file, line, column, resource, type, path, message }: ReportedFinding) {
  return { rule, message, file, line, column, resource, type, path };
}
