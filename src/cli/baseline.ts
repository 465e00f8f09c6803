import { existsSync } from 'fs';
import { readText } from './input/read-text';
import { InputError } from './input-error';
import type { RecordedFinding, Report, ReportedFinding } from './report/report';
import { isObject } from '../inventory/resolve/json';

/** Of the format. Version 1 identified findings by their messages. */
const VERSION = 2;

/** Findings that are accepted for now. */
export class Baseline {
  /** @throws InputError where the file is not a baseline of this format */
  public static read(path: string, name: string): Baseline {
    if (!existsSync(path)) { throw new InputError(`the baseline '${name}' does not exist: record today's findings with --update-baseline`); }
    const value = parsed(readText(path, name));
    if (isObject(value) && typeof value.version === 'number' && value.version !== VERSION) {
      throw new InputError(`the baseline '${name}' has format ${value.version}, and this version reads format ${VERSION}: record it again with --update-baseline`);
    }
    if (!isObject(value) || value.version !== VERSION || !Array.isArray(value.findings) || !value.findings.every(isRecorded)) {
      throw new InputError(`'${name}' is not a baseline: record one with --update-baseline`);
    }
    return new Baseline(value.findings);
  }

  public static of(findings: readonly ReportedFinding[]): Baseline {
    const recorded = findings.map(({ rule, file, resource, property, key, message, fingerprint }): RecordedFinding =>
      ({ rule, file, resource, property, key, message, fingerprint }));
    return new Baseline(recorded.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)));
  }

  private constructor(private readonly findings: readonly RecordedFinding[]) {}

  /** Marks what is known. Of two equal findings each has to be recorded. */
  public compare(findings: readonly ReportedFinding[]): Pick<Report, 'findings' | 'fixed'> {
    const left = new Map<string, RecordedFinding[]>();
    for (const each of this.findings) { left.set(each.fingerprint, [...left.get(each.fingerprint) ?? [], each]); }
    const compared = findings.map((finding) => ({ ...finding, known: left.get(finding.fingerprint)?.pop() !== undefined }));
    return { findings: compared, fixed: [...left.values()].flat() };
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
  return isObject(each) && ['rule', 'file', 'resource', 'property', 'key', 'message', 'fingerprint'].every((name) => typeof each[name] === 'string');
}
