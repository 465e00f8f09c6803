import { rangeProblems } from './ranges';
import { LIMITS } from '../capabilities/limits';

export function recoveryPointTagProblems(name: string, keys: string[]): string[] {
  return [
    ...rangeProblems(name, keys.length, LIMITS.recoveryPointTags),
    ...keys.filter((key) => /^aws:/i.test(key)).map((key) => `'${name}' must not use the prefix 'aws:', which AWS keeps for itself, got '${key}': choose another key`),
  ];
}
