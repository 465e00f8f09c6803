/** The name that is most similar to a text. */
export function nearest<Name extends string>(text: string, names: readonly Name[]): Name {
  const [first] = names.map((name) => ({ name, distance: distance(text, name) })).sort((one, other) => one.distance - other.distance);
  return first.name;
}

/** The number of characters to insert, remove, or replace. */
function distance(one: string, other: string): number {
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length];
}
