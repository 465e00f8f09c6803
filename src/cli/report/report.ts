import type { Level, Rule } from '../../checks/rule';
import type { PackName } from '../../checks/rules-of-packs';
import type { Identified } from '../fingerprint';
import type { Position } from '../input/position';

/** What there is to say of one place of a template. */
export interface ReportedFinding extends Position, Identified {
  readonly level: Level;
  readonly of: Rule;
  readonly type: string;
  readonly path: string;
  readonly fingerprint: string;
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
  /** Absent without a baseline: what it has and is no longer found. */
  readonly mended?: readonly (Identified & { readonly fingerprint: string })[];
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
  readonly mended: number;
}

export function summaryOf({ templates, findings, unknown, mended = [] }: Report): Summary {
  const fresh = findings.filter(({ known }) => !known);
  const errors = fresh.filter(({ level }) => level === 'error').length;
  return {
    templates: templates.length,
    resources: templates.reduce((sum, { resources }) => sum + resources, 0),
    errors,
    warnings: fresh.length - errors,
    unknown: unknown.length,
    known: findings.length - fresh.length,
    mended: mended.length,
  };
}
