import { MALWARE_SCANNERS, SCAN_MODES } from '../../capabilities/scans';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';

export function scannerProblems(name: string, scanner: Value<string>): Problem[] {
  return oneOfProblems('scanner', name, scanner, MALWARE_SCANNERS);
}

export function scanModeProblems(name: string, mode: Value<string>): Problem[] {
  return oneOfProblems('scan-mode', name, mode, SCAN_MODES);
}

function oneOfProblems(key: string, name: string, value: Value<string>, allowed: readonly string[]): Problem[] {
  return isKnown(value) && !allowed.includes(value) ? [new Problem(key, `'${name}' must be ${allowed.join(' or ')}, got '${value}'. Write it exactly as shown.`)] : [];
}
