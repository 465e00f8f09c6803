/** A value within a text, as it is written. */
export interface PositionNode {
  /** Where the value begins, or the name that stands before it. */
  readonly offset: number;
  /** By the name of the property or the index of the item. */
  readonly children?: ReadonlyMap<string, PositionNode>;
}

/** Counted from 1, columns in UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The most exact node that there is on the way to a property: that of the property itself, unless it is left out. */
export function nodeAt(root: PositionNode, steps: readonly string[], path: string): PositionNode {
  let node = root;
  for (const step of steps) {
    const child = node.children?.get(step);
    if (!child) { return node; }
    node = child;
  }
  for (let rest = path; rest !== '';) {
    const found = firstStep(node, rest);
    if (!found) { return node; }
    [node, rest] = found;
  }
  return node;
}

/** Names may hold dots and brackets themselves: the longest that there is counts. */
function firstStep({ children }: PositionNode, path: string): [PositionNode, string] | undefined {
  if (!children) { return undefined; }
  const index = /^\[(\d+)\]\.?/.exec(path);
  const item = index && children.get(index[1]);
  if (item) { return [item, path.slice(index[0].length)]; }
  for (let end = path.length; end > 0; end--) {
    if (end < path.length && path[end] !== '.' && path[end] !== '[') { continue; }
    const child = children.get(path.slice(0, end));
    if (child) { return [child, path.slice(path[end] === '.' ? end + 1 : end)]; }
  }
  return undefined;
}

/** Lines and columns of a text. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) { starts.push(at + 1); }
    this.starts = starts;
  }

  public at(offset: number): Position {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.starts[middle] <= offset) { low = middle; } else { high = middle; }
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}
