import type { IConstruct } from 'constructs';
import type { Finding } from './evaluate';

/** Which pack has reported what in an app. */
const CLAIMS = new WeakMap<IConstruct, Map<string, object>>();

/**
 * Whether the pack is the one to report a finding: the first that has it, so that a rule of two registered packs says the same once.
 * What another option or level makes of a rule is another finding.
 */
export function claims(pack: object, app: IConstruct, { rule, level, address, key: fault }: Finding): boolean {
  const ofApp = CLAIMS.get(app) ?? new Map<string, object>();
  CLAIMS.set(app, ofApp);
  const key = [rule.id, level, address.sourceId, address.logicalId, address.path, fault].join('|');
  if (!ofApp.has(key)) { ofApp.set(key, pack); }
  return ofApp.get(key) === pack;
}
