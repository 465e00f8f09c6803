import { type Report, type ReportedFinding, type Summary, summaryOf } from './report';
import { printable } from '../printable';

const STYLES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

type Paint = (style: keyof typeof STYLES, text: string) => string;

const plain: Paint = (_, text) => text;

const painted: Paint = (style, text) => `\u001b[${STYLES[style][0]}m${text}\u001b[${STYLES[style][1]}m`;

/** The report for readers, in parts. It lists the findings of each resource, with reason and fix. */
export function* textReport(report: Report, color: boolean): Generator<string> {
  const paint = color ? painted : plain;
  const groups = grouped(report.findings.filter(({ known }) => !known));
  for (const findings of groups.values()) { yield `${section(findings, paint)}\n\n`; }
  const fixed = (report.fixed ?? []).map(({ rule, file, resource, message }) => `${paint('green', 'fixed')} ${printable(`${file} ${resource}: ${rule} ${message}`)}`);
  if (fixed.length > 0) { yield `${fixed.join('\n')}\n\n`; }
  yield `${conclusion(summaryOf(report), paint)}\n`;
}

function grouped(findings: readonly ReportedFinding[]): ReadonlyMap<string, readonly ReportedFinding[]> {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.file, finding.resource]);
    const others = groups.get(key);
    if (others) { others.push(finding); } else { groups.set(key, [finding]); }
  }
  return groups;
}

function section(findings: readonly ReportedFinding[], paint: Paint): string {
  const [{ resource, type }] = findings;
  return [paint('bold', printable(resource)) + paint('dim', ` ${printable(type)}`), ...findings.map((finding) => paragraph(finding, paint))].join('\n');
}

function paragraph({ level, rule, file, line, column, message, of }: ReportedFinding, paint: Paint): string {
  return [
    `  ${paint(level === 'error' ? 'red' : 'yellow', level)} ${rule} ${paint('dim', `${printable(file)}:${line}:${column}`)}`,
    `    ${printable(message)}`,
    `    Why: ${of.why}`,
    `    Fix: ${of.fix}`,
    paint('dim', `    ${of.page}`),
  ].join('\n');
}

/** The last line of the report. */
export function conclusion(summary: Summary, paint: Paint = plain): string {
  const { errors, warnings, unknown, templates, resources, known, fixed } = summary;
  const found = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  const verdict = errors > 0 ? paint('red', found) : warnings > 0 ? paint('yellow', found) : paint('green', found);
  return [
    `${verdict} in ${counted(resources, 'resource')} of ${counted(templates, 'template')}`,
    `${counted(unknown, 'unknown value')}${unknown > 0 ? ' (--strict lists them)' : ''}`,
    ...known > 0 ? [`${known} in the baseline`] : [],
    ...fixed > 0 ? [`${fixed} fixed`] : [],
  ].join('; ');
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
