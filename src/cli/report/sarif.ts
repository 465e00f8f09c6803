import { isAbsolute, resolve } from 'path';
import { pathToFileURL } from 'url';
import { LongList, jsonParts } from './json-parts';
import { type RecordedFinding, type Report, type ReportedFinding, summaryOf } from './report';
import type { Rule } from '../../checks/rule';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/example/cdk-compliant-backup';

/** The report in the Static Analysis Results Interchange Format 2.1.0, for code scanning, in parts. */
export function* sarifReport(report: Report): Generator<string> {
  const { version, rules, findings, fixed } = report;
  const indexOf = new Map(rules.map(({ id }, index): [string, number] => [id, index]));
  const absentOf = ({ rule, file, resource, message, fingerprint }: RecordedFinding) => ({
    ruleId: rule,
    ...indexOf.has(rule) && { ruleIndex: indexOf.get(rule) },
    message: { text: plain(message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(file) }, logicalLocations: [{ name: resource, kind: 'resource' }] }],
    partialFingerprints: { 'backupFinding/v2': fingerprint },
    baselineState: 'absent',
  });
  const results = [
    ...findings.map((finding) => () => resultOf(finding, indexOf.get(finding.rule)!, fixed !== undefined)),
    ...(fixed ?? []).map((finding) => () => absentOf(finding)),
  ];
  yield* jsonParts({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk-compliant-backup', version, informationUri: HOME, rules: rules.map(descriptorOf) } },
      columnKind: 'utf16CodeUnits',
      results: new LongList(results, (result) => result()),
      properties: { summary: summaryOf(report) },
    }],
  });
  yield '\n';
}

function descriptorOf({ id, level, what, why, fix, page }: Rule) {
  return {
    id,
    name: id.replace('Backup-', ''),
    shortDescription: { text: what },
    fullDescription: { text: `${what} ${why}` },
    help: { text: `${why}\n\nFix: ${fix}\n\n${page}`, markdown: `${why}\n\n**Fix:** ${fix}\n\n[AWS](${page})` },
    helpUri: page,
    defaultConfiguration: { level },
  };
}

function resultOf(finding: ReportedFinding, ruleIndex: number, compared: boolean) {
  const { rule, level, message, of, file, line, column, resource, path, fingerprint, known } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: plain(`${resource}: ${message} Fix: ${of.fix}`) },
    locations: [{
      physicalLocation: { artifactLocation: artifact(file), region: { startLine: line, startColumn: column } },
      logicalLocations: [{ name: resource, fullyQualifiedName: path === '' ? resource : `${resource}.${path}`, kind: 'resource' }],
    }],
    partialFingerprints: { 'backupFinding/v2': fingerprint },
    ...compared && { baselineState: known ? 'unchanged' : 'new' },
  };
}

/** Brackets would be read as links: section 3.11.6 of the standard. */
function plain(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

function artifact(name: string) {
  const file = name.replace(/\p{Surrogate}/gu, '\ufffd');
  if (isAbsolute(file) || file.startsWith('../')) { return { uri: pathToFileURL(resolve(file)).href }; }
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
