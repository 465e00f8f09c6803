/** JSON in which parts can be unknown: anything that is not a list, an object, or a plain value. */
export type PolicyJson = unknown;

export type PolicyObject = Readonly<Record<string, PolicyJson>>;

/** A place in a policy, such as `plans.gold.rules`. */
export type PolicyPath = readonly string[];

export function isPolicyObject(json: PolicyJson): json is PolicyObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && Object.getPrototypeOf(json) === Object.prototype;
}

/** Without properties if it is not an object. */
export function objectOf(json: PolicyJson): PolicyObject {
  return isPolicyObject(json) ? json : {};
}
