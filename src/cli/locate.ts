import { fingerprintOf, findingIdentity } from './fingerprint';
import type { Position } from './input/position';
import type { TemplateFile } from './input/template-file';
import { InputError } from './input-error';
import type { ReportedFinding } from './report/report';
import type { Finding } from '../checks/evaluate';

const START: Position = { line: 1, column: 1 };

interface Located {
  readonly reported: readonly ReportedFinding[];
  /** One message for each file that cannot be read again. */
  readonly problems: readonly string[];
}

/** The findings at their positions. One file at a time is read. */
export function located(findings: readonly Finding[], files: readonly TemplateFile[]): Located {
  const byId = new Map(files.map((file) => [file.id, file]));
  const indices = new Map<string, number[]>();
  findings.forEach(({ address: { sourceId } }, index) => {
    const path = byId.get(sourceId)?.path ?? '';
    const others = indices.get(path);
    if (others) { others.push(index); } else { indices.set(path, [index]); }
  });
  const reported = new Array<ReportedFinding>(findings.length);
  const problems: string[] = [];
  for (const group of indices.values()) {
    const file = byId.get(findings[group[0]].address.sourceId);
    let positions: readonly Position[] = [];
    try {
      positions = file?.positionsOf(group.map((index) => findings[index].address)) ?? [];
    } catch (error) {
      if (!(error instanceof InputError)) { throw error; }
      problems.push(error.message);
    }
    const name = file?.name ?? findings[group[0]].address.sourceId;
    group.forEach((index, at) => { reported[index] = reportedAt(findings[index], name, positions[at] ?? START); });
  }
  return { reported, problems };
}

/** For findings that are only counted. */
export function unlocated(findings: readonly Finding[], files: readonly TemplateFile[]): ReportedFinding[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  return findings.map((finding) => reportedAt(finding, byId.get(finding.address.sourceId)?.name ?? finding.address.sourceId, START));
}

function reportedAt({ rule, level, address, key, message }: Finding, file: string, { line, column }: Position): ReportedFinding {
  const identity = findingIdentity({ rule: rule.id, address, key }, file);
  return {
    ...identity,
    line,
    column,
    level,
    of: rule,
    type: address.cfnType,
    path: address.path,
    message,
    fingerprint: fingerprintOf(identity),
    known: false,
  };
}
