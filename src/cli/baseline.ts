import { existsSync } from 'fs';
import type { Identified } from './fingerprint';
import { readText } from './input/read-text';
import { InputError } from './input-error';
import type { ReportedFinding } from './report/report';
import { isObject } from '../inventory/resolve/json';

const VERSION = 1;

type Recorded = Identified & { readonly fingerprint: string };

/** Findings that are accepted for now. */
export class Baseline {
  /** @throws InputError where the file is no baseline */
  public static read(path: string, name: string): Baseline {
    if (!existsSync(path)) { throw new InputError(`the baseline '${name}' does not exist: record today's findings with --update-baseline`); }
    const value = parsed(readText(path, name));
    if (!isObject(value) || value.version !== VERSION || !Array.isArray(value.findings) || !value.findings.every(isRecorded)) {
      throw new InputError(`'${name}' is no baseline: record one with --update-baseline`);
    }
    return new Baseline(value.findings);
  }

  public static of(findings: readonly ReportedFinding[]): Baseline {
    const recorded = findings.map(({ rule, file, resource, message, fingerprint }) => ({ rule, file, resource, message, fingerprint }));
    return new Baseline(recorded.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)));
  }

  private constructor(private readonly findings: readonly Recorded[]) {}

  /** Marks what is known. Of two equal findings each has to be recorded. */
  public compare(findings: readonly ReportedFinding[]): { readonly findings: readonly ReportedFinding[]; readonly mended: readonly Recorded[] } {
    const left = new Map<string, Recorded[]>();
    for (const each of this.findings) { left.set(each.fingerprint, [...left.get(each.fingerprint) ?? [], each]); }
    const compared = findings.map((finding) => ({ ...finding, known: left.get(finding.fingerprint)?.pop() !== undefined }));
    return { findings: compared, mended: [...left.values()].flat() };
  }

  public get text(): string {
    return `${JSON.stringify({ version: VERSION, findings: this.findings }, undefined, 2)}\n`;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecorded(each: unknown): boolean {
  return isObject(each) && ['rule', 'file', 'resource', 'message', 'fingerprint'].every((name) => typeof each[name] === 'string');
}
