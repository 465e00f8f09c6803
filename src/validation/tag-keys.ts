/** AWS keeps a prefix for itself, in any case of letters. */
export function tagKeyProblems(name: string, keys: string[]): string[] {
  return keys.filter((key) => /^aws:/i.test(key))
    .map((key) => `'${name}' must not use the prefix 'aws:', which AWS keeps for itself, got '${key}': choose another key`);
}
