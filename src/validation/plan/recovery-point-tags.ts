import { LIMITS } from '../../capabilities/limits';
import { rangeProblems } from '../ranges';
import { tagKeyProblems } from '../tag-keys';

export function recoveryPointTagProblems(name: string, keys: string[]): string[] {
  return [
    ...rangeProblems(name, keys.length, LIMITS.recoveryPointTags),
    ...tagKeyProblems(name, keys),
  ];
}
