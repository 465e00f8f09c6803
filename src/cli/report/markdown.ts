import { type Report, type ReportedFinding, summaryOf } from './report';
import { conclusion } from './text';
import { printable } from '../printable';

/** In bytes. The summary of a step in GitHub Actions can have 1,024 KiB. Other steps of the job also write to it. */
const LARGEST = 900 * 1024;

/** The report as a table in Markdown, for the summary of a job. */
export function markdownReport(report: Report): string {
  const findings = report.findings.filter(({ known }) => !known);
  const head = `## AWS Backup\n\n${conclusion(summaryOf(report))}\n`;
  if (findings.length === 0) { return head; }
  const lines = [head, '| level | rule | place | resource | finding |', '| --- | --- | --- | --- | --- |'];
  let size = Buffer.byteLength(lines.join('\n'));
  for (const [index, finding] of findings.entries()) {
    const row = rowOf(finding);
    size += Buffer.byteLength(row) + 1;
    if (size > LARGEST) { lines.push('', `${findings.length - index} more findings are not shown.`); break; }
    lines.push(row);
  }
  return `${lines.join('\n')}\n`;
}

function rowOf({ level, rule, of, file, line, column, resource, message }: ReportedFinding): string {
  const cells = [level, `[${rule}](${of.page})`, escaped(`${file}:${line}:${column}`), escaped(resource), escaped(`${message} Fix: ${of.fix}`)];
  return `| ${cells.join(' | ')} |`;
}

/** Text of a template cannot be a link, an image, HTML, or another cell. */
function escaped(text: string): string {
  return printable(text).replace(/[\\`*_[\]()<>|~#!&@]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/:\/\//g, '&#58;//');
}
