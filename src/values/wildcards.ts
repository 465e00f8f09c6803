const ANY_CHARACTERS = '*';

/**
 * Whether a text is like a pattern, in which `*` stands for any characters. Time grows with the product of both lengths at most. A
 * regular expression with many stars can take exponential time.
 *
 * @param one what stands for any one character
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
    } else if (star >= 0) { // only the last star has to cover more: those before cover what they can
      covered++;
      [at, next] = [covered, star + 1];
    } else {
      return false;
    }
  }
  while (pattern[next] === ANY_CHARACTERS) { next++; }
  return next === pattern.length;
}
