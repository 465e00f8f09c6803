import { LIMITS } from '../../capabilities/limits';
import type { Problem } from '../../values/problem';
import { rangeProblems } from '../ranges';
import { tagKeyProblems } from '../tag-keys';

export function recoveryPointTagProblems(name: string, keys: string[]): Problem[] {
  return [
    ...rangeProblems(name, keys.length, LIMITS.recoveryPointTags),
    ...tagKeyProblems(name, keys),
  ];
}
