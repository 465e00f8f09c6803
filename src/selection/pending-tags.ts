import { type CfnResource, Lazy } from 'aws-cdk-lib';
import { tagManagerOf } from './tag-holder';

/** A tag that is set for the moment, and what it replaced. */
interface PendingTag {
  readonly value: string;
  readonly replaced: string | undefined;
}

/** By resource, and by the token that stands for the value, so that a tag that somebody else set meanwhile is recognized. */
const PENDING = new WeakMap<CfnResource, Map<string, PendingTag>>();

/** Sets a tag that `settleTags` confirms or removes. */
export function tagUntilSettled(resource: CfnResource, key: string, value: string, priority: number): void {
  const tags = tagManagerOf(resource)!;
  const token = Lazy.string({ produce: () => value });
  const pending = PENDING.get(resource) ?? new Map<string, PendingTag>();
  PENDING.set(resource, pending.set(token, { value, replaced: tags.tagValues()[key] }));
  tags.setTag(key, token, priority);
}

/** Confirms the pending tags of a resource, or restores what they replaced. */
export function settleTags(resource: CfnResource, confirmed: boolean, priority: number): void {
  const pending = PENDING.get(resource);
  if (!pending) { return; }
  const tags = tagManagerOf(resource)!;
  for (const [key, token] of Object.entries(tags.tagValues()).filter(([, value]) => pending.has(value))) {
    const value = confirmed ? pending.get(token)!.value : firstReplaced(token, pending);
    if (value === undefined) { tags.removeTag(key, priority); } else { tags.setTag(key, value, priority); }
  }
}

/** Several calls of `protect` can replace the tag of each other. */
function firstReplaced(token: string, pending: ReadonlyMap<string, PendingTag>): string | undefined {
  const tag = pending.get(token);
  return tag ? tag.replaced && firstReplaced(tag.replaced, pending) : token;
}
