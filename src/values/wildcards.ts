const ANY_CHARACTERS = '*';

/**
 * Whether a text matches a pattern in which `*` stands for any characters. The time is at most proportional to the product of both lengths. A
 * regular expression with many stars can need exponential time.
 *
 * @param one the wildcard for any one character
 */
export function isLike(text: string, pattern: string, one?: '?'): boolean {
  let [at, next] = [0, 0];
  let star = -1;
  let covered = 0;
  while (at < text.length) {
    if (pattern[next] === ANY_CHARACTERS) {
      [star, covered] = [next, at];
      next++;
    } else if (next < pattern.length && (pattern[next] === text[at] || pattern[next] === one)) {
      at++;
      next++;
    } else if (star >= 0) { // only the last star must cover more characters
      covered++;
      [at, next] = [covered, star + 1];
    } else {
      return false;
    }
  }
  while (pattern[next] === ANY_CHARACTERS) { next++; }
  return next === pattern.length;
}
