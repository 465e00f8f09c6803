import { MALWARE_SCANNERS, SCAN_MODES } from '../../capabilities/scans';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';

export function scannerProblems(name: string, scanner: Value<string>): string[] {
  return oneOfProblems(name, scanner, MALWARE_SCANNERS);
}

export function scanModeProblems(name: string, mode: Value<string>): string[] {
  return oneOfProblems(name, mode, SCAN_MODES);
}

function oneOfProblems(name: string, value: Value<string>, allowed: readonly string[]): string[] {
  return isKnown(value) && !allowed.includes(value) ? [`'${name}' must be ${allowed.join(' or ')}, got '${value}': write it as here`] : [];
}
