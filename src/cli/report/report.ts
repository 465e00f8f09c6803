import type { PackName } from '../../checks/pack-name';
import type { Level, Rule } from '../../checks/rule';
import type { Identity } from '../fingerprint';
import type { Position } from '../input/position';

/** A finding as baselines record it. */
export interface RecordedFinding extends Identity {
  /** For readers; it identifies nothing. */
  readonly message: string;
  readonly fingerprint: string;
}

/** A finding at its position in a file. */
export interface ReportedFinding extends Position, RecordedFinding {
  readonly level: Level;
  readonly of: Rule;
  readonly type: string;
  readonly path: string;
  /** Whether the baseline has it. */
  readonly known: boolean;
}

/** What has been found, however it is written. */
export interface Report {
  readonly version: string;
  readonly packs: readonly PackName[];
  readonly rules: readonly Rule[];
  readonly templates: readonly { readonly file: string; readonly resources: number }[];
  /** Those of the baseline included. */
  readonly findings: readonly ReportedFinding[];
  readonly unknown: readonly ReportedFinding[];
  /** Findings of the baseline that are no longer there. Left out without a baseline. */
  readonly fixed?: readonly RecordedFinding[];
}

export interface Summary {
  readonly templates: number;
  readonly resources: number;
  /** Of these and of warnings, those that the baseline does not have. */
  readonly errors: number;
  readonly warnings: number;
  /** What could not be known. */
  readonly unknown: number;
  /** Findings that the baseline has. */
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
