/**
 * What has no policy, by example, stack and logical id, each with the reason why it needs none. A vault without one lets everyone who has
 * rights in its account delete what is in it.
 */
export const WITHOUT_POLICY: Readonly<Record<string, string>> = {};
