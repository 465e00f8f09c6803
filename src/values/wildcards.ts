const ANY_CHARACTERS = '*';

/**
 * Whether a text matches a pattern in which `*` stands for any characters.
 *
 * @param one the wildcard for any one character
 * @param spend is called with the number of comparisons
 */
export function isLike(text: string, pattern: string, one?: '?', spend?: (count: number) => void): boolean {
  if (one === undefined || !pattern.includes(one)) { return hasInOrder(text, pattern, spend); }
  return matchesPattern(pattern, text, (part) => part === ANY_CHARACTERS, (part, character) => part === character || part === one, spend);
}

/** Whether a text begins with the first part of a pattern, ends with its last part, and has the others between in their order. */
function hasInOrder(text: string, pattern: string, spend?: (count: number) => void): boolean {
  const [start, end] = [pattern.indexOf(ANY_CHARACTERS), pattern.lastIndexOf(ANY_CHARACTERS)];
  if (start < 0) { return text === pattern; }
  const [first, last] = [pattern.slice(0, start), pattern.slice(end + 1)];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) { return false; }
  if (start === end) { return true; }
  spend?.(text.length + pattern.length);
  let at = first.length;
  for (const part of pattern.slice(start + 1, end).split(ANY_CHARACTERS)) {
    const found = text.indexOf(part, at);
    if (found < 0) { return false; }
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

/**
 * Whether a sequence matches a pattern with wildcards. The time is at most proportional to the product of both lengths. A regular expression with
 * many stars can need exponential time.
 *
 * @param isStar whether a part of the pattern matches any number of elements
 * @param isSame whether another part matches an element
 * @param spend is called with the number of comparisons
 */
export function matchesPattern<P, T>(
  pattern: ArrayLike<P>, text: ArrayLike<T>, isStar: (part: P) => boolean, isSame: (part: P, element: T) => boolean,
  spend?: (count: number) => void,
): boolean {
  let [at, next] = [0, 0];
  let star = -1;
  let covered = 0;
  let count = 0;
  while (at < text.length) {
    count++;
    if (next < pattern.length && isStar(pattern[next])) {
      [star, covered] = [next, at];
      next++;
    } else if (next < pattern.length && isSame(pattern[next], text[at])) {
      at++;
      next++;
    } else if (star >= 0) { // only the last star must cover more characters
      covered++;
      [at, next] = [covered, star + 1];
    } else {
      spend?.(count);
      return false;
    }
  }
  spend?.(count);
  while (next < pattern.length && isStar(pattern[next])) { next++; }
  return next === pattern.length;
}
