const ANY_CHARACTERS = '*';

/**
 * Whether a text matches a pattern in which `*` stands for any characters.
 *
 * @param one the wildcard for any one character
 */
export function isLike(text: string, pattern: string, one?: '?'): boolean {
  if (one === undefined || !pattern.includes(one)) { return hasInOrder(text, pattern.split(ANY_CHARACTERS)); }
  return matchesPattern(pattern, text, (part) => part === ANY_CHARACTERS, (part, character) => part === character || part === one);
}

/** Whether a text begins with the first part, ends with the last, and has the others between in their order. */
function hasInOrder(text: string, [first, ...others]: readonly string[]): boolean {
  const last = others.pop();
  if (last === undefined) { return text === first; }
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) { return false; }
  let at = first.length;
  for (const part of others) {
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
