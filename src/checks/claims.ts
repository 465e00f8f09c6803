import type { IConstruct } from 'constructs';
import type { RuleId } from './rule-id';

/** The pack that reports a rule in an app: the first that was asked, so that a rule of two registered packs is reported once. */
const CLAIMS = new WeakMap<IConstruct, Map<RuleId, object>>();

/** Whether the pack is the one to report the rule. */
export function claims(pack: object, app: IConstruct, rule: RuleId): boolean {
  const ofApp = CLAIMS.get(app) ?? new Map<RuleId, object>();
  CLAIMS.set(app, ofApp);
  if (!ofApp.has(rule)) { ofApp.set(rule, pack); }
  return ofApp.get(rule) === pack;
}
