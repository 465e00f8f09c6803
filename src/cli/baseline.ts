import { existsSync } from 'fs';
import { LARGEST_BASELINE, readText } from './input/read-text';
import { InputError } from './input-error';
import { LongList, jsonParts } from './report/json-parts';
import type { RecordedFinding, Report, ReportedFinding } from './report/report';
import { isTemplateObject } from '../inventory/resolve/json';

/** The version of the format. Version 1 identified findings by their messages. */
const VERSION = 2;

/** The accepted findings. */
export class Baseline {
  /** @throws InputError if the file is not a baseline of this format */
  public static read(path: string, name: string): Baseline {
    if (!existsSync(path)) { throw new InputError(`The baseline '${name}' does not exist. Use '--update-baseline' to record today's findings.`); }
    const value = parsed(readText(path, name, LARGEST_BASELINE));
    if (isTemplateObject(value) && typeof value.version === 'number' && value.version !== VERSION) {
      throw new InputError(`The baseline '${name}' must have format ${VERSION}, got format ${value.version}. Use '--update-baseline' to record it again.`);
    }
    if (!isTemplateObject(value) || value.version !== VERSION || !Array.isArray(value.findings) || !value.findings.every(isRecorded)) {
      throw new InputError(`'${name}' is not a baseline. Use '--update-baseline' to record one.`);
    }
    return new Baseline(value.findings);
  }

  public static of(findings: readonly ReportedFinding[]): Baseline {
    const recorded = findings.map(({ rule, file, resource, property, key, message, fingerprint }): RecordedFinding =>
      ({ rule, file, resource, property, key, message, fingerprint }));
    return new Baseline(recorded.sort(inOrder));
  }

  private constructor(private readonly findings: readonly RecordedFinding[]) {}

  /** Marks the findings that the baseline contains. Each of two equal findings must be recorded. */
  public compare(findings: readonly ReportedFinding[]): Pick<Report, 'findings' | 'fixed'> {
    const left = new Map<string, RecordedFinding[]>();
    for (const each of this.findings) {
      const others = left.get(each.fingerprint);
      if (others) { others.push(each); } else { left.set(each.fingerprint, [each]); }
    }
    const compared = findings.map((finding) => ({ ...finding, known: left.get(finding.fingerprint)?.pop() !== undefined }));
    return { findings: compared, fixed: [...left.values()].flat() };
  }

  /** The text of the file, in parts. */
  public* parts(): Generator<string> {
    yield* jsonParts({ version: VERSION, findings: new LongList(this.findings, (finding) => finding) });
    yield '\n';
  }
}

const FIELDS = ['rule', 'file', 'resource', 'property', 'key', 'message', 'fingerprint'] as const satisfies readonly (keyof RecordedFinding)[];

function inOrder(one: RecordedFinding, other: RecordedFinding): number {
  const field = FIELDS.find((name) => one[name] !== other[name]);
  return field === undefined ? 0 : one[field] < other[field] ? -1 : 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecorded(each: unknown): boolean {
  return isTemplateObject(each) && FIELDS.every((name) => typeof each[name] === 'string');
}
