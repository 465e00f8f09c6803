import type { PackName } from '../../checks/pack-name';
import type { Level, Rule } from '../../checks/rule';
import type { FindingIdentity } from '../fingerprint';
import type { Position } from '../input/position';

/** A finding in a baseline. */
export interface RecordedFinding extends FindingIdentity {
  /** For readers. It does not identify the finding. */
  readonly message: string;
  readonly fingerprint: string;
}

/** A finding at its position in a file. */
export interface ReportedFinding extends Position, RecordedFinding {
  readonly level: Level;
  readonly of: Rule;
  readonly type: string;
  readonly path: string;
  /** Whether the baseline contains it. */
  readonly known: boolean;
}

/** The result of a check, for all formats. */
export interface Report {
  readonly version: string;
  readonly packs: readonly PackName[];
  readonly rules: readonly Rule[];
  readonly templates: readonly { readonly file: string; readonly resources: number }[];
  /** All findings, including those of the baseline. */
  readonly findings: readonly ReportedFinding[];
  readonly unknown: readonly ReportedFinding[];
  /** Findings of the baseline that no longer occur. Undefined without a baseline. */
  readonly fixed?: readonly RecordedFinding[];
}

export interface Summary {
  readonly templates: number;
  readonly resources: number;
  /** Errors and warnings are counted without those of the baseline. */
  readonly errors: number;
  readonly warnings: number;
  /** The number of unknown values. */
  readonly unknown: number;
  /** The number of findings that the baseline contains. */
  readonly known: number;
  readonly fixed: number;
}

export function summaryOf({ templates, findings, unknown, fixed = [] }: Report): Summary {
  const fresh = findings.filter(({ known }) => !known);
  const errors = fresh.filter(({ level }) => level === 'error').length;
  return {
    templates: templates.length,
    resources: templates.reduce((sum, { resources }) => sum + resources, 0),
    errors,
    warnings: fresh.length - errors,
    unknown: unknown.length,
    known: findings.length - fresh.length,
    fixed: fixed.length,
  };
}
