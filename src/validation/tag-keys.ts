import { Problem } from '../values/problem';

/** AWS reserves the prefix, in uppercase and lowercase letters. */
export function tagKeyProblems(name: string, keys: readonly string[]): Problem[] {
  return keys.filter((key) => /^aws:/i.test(key))
    .map((key) => new Problem('prefix', `'${name}' must not use the prefix 'aws:', which AWS reserves, got '${key}'. Choose another key.`, key));
}
