const MOST = 10_000;

/** Computes a result once for each key. The results of all keys are dropped when there are too many. */
export function remember<T>(compute: (key: string) => T): (key: string) => T {
  const results = new Map<string, T>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined || results.has(key)) { return known as T; }
    if (results.size >= MOST) { results.clear(); }
    const result = compute(key);
    results.set(key, result);
    return result;
  };
}
