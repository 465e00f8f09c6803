import type { Neighbors } from './neighbors';
import type { UnsharedKey } from './protection';
import type { Found, ScopeProtection } from './resource-tagging';
import { statementsLabel } from './shared-keys';
import { AWS_MANAGED_ALIASES } from '../capabilities/keys';
import { pathOf } from '../cdk/resource-properties';
import type { Warning } from '../cdk/warnings';
import { append } from '../values/append';

/** What a call of `protect` does not do, when the app is complete. */
export function protectionWarnings(protection: ScopeProtection, found: readonly Found[], neighbors: Neighbors): Warning[] {
  const call = `protect('${protection.scope.node.path}')`;
  const leftOut = byReason(found.filter(({ resource, omission }) => (
    omission && !omission.intended && !protection.isProtectedElsewhere(resource, neighbors)
  )));
  const omissions = [...leftOut].map(([reason, resources]) => `leaves out ${label(resources)}. ${reason}`);
  if (found.some(({ omission }) => omission === undefined)) {
    return omissions.map((omission) => ({ id: 'leftOut', message: `${call} ${omission}` }));
  }
  if (omissions.length > 0) {
    return omissions.map((omission) => ({ id: 'protectsNothing', message: `${call} protects nothing. It ${omission}` }));
  }
  if (found.some(({ resource }) => protection.isProtectedElsewhere(resource, neighbors))) { return []; }
  return [{
    id: 'protectsNothing',
    message: found.length > 0
      ? `${call} protects nothing. It leaves out ${label(found.map(({ resource }) => pathOf(resource)))}. ${found[0].omission!.reason}`
      : `${call} protects nothing, because the scope contains no resource that AWS Backup can protect. Protect another scope. An imported resource cannot be `
        + 'tagged: name its ARN in \'resources\'.',
  }];
}

export function sharedKeyWarnings(keys: readonly UnsharedKey[]): Warning[] {
  return keys.map(({ key, resources, accountId, reason }) => ({
    id: 'resourceKeyNotShared',
    message: `The key '${key}' of ${label(resources)} is not shared with the account '${accountId}'. Copies to that account fail. ${[reason, ...key.startsWith(AWS_MANAGED_ALIASES.prefix) ? [] : [statementsLabel(accountId)]].join(' ')}`,
  }));
}

function byReason(found: readonly Found[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { resource, omission } of found) { append(paths, omission!.reason, pathOf(resource)); }
  return paths;
}

const NAMED = 5;

/** The first few, and how many more. */
function label(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED).map((path) => `'${path}'`);
  return [...named, ...paths.length > NAMED ? [`${paths.length - NAMED} more`] : []].join(', ');
}
