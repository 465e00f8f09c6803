import type { IConstruct } from 'constructs';
import { type Finding, findingKey } from './evaluate';

/** The findings of each app, with the pack that reported them first. */
const CLAIMS = new WeakMap<IConstruct, Map<string, object>>();

/**
 * Whether the pack reports a finding, because no other pack has reported it. If two packs report the same finding, it appears once.
 * A finding at another level is a different finding.
 */
export function claims(pack: object, app: IConstruct, finding: Finding): boolean {
  const ofApp = CLAIMS.get(app) ?? new Map<string, object>();
  CLAIMS.set(app, ofApp);
  const key = findingKey(finding);
  if (!ofApp.has(key)) { ofApp.set(key, pack); }
  return ofApp.get(key) === pack;
}
