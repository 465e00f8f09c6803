/** The position of a value in a file. */
export interface PositionNode {
  /** The start of the value, or of its name. */
  readonly offset: number;
  /** The value inside that has a property name or list index. */
  child(step: string): PositionNode | undefined;
}

/** Lines and columns start at 1. Columns count UTF-16 units, as in editors. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The positions of the values of a file. */
export class Positions {
  constructor(public readonly root: PositionNode, private readonly lines: Lines) {}

  /** The position of a property, or the closest position around it if it is left out. */
  public at(steps: readonly string[], path: string): Position {
    return this.lines.at(nodeAt(this.root, steps, path).offset);
  }
}

function nodeAt(root: PositionNode, steps: readonly string[], path: string): PositionNode {
  let node = root;
  for (const step of steps) {
    const child = node.child(step);
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

/** Names can contain dots and brackets, so the longest matching name is used. */
function firstStep(node: PositionNode, path: string): [PositionNode, string] | undefined {
  const index = /^\[(\d+)\]\.?/.exec(path);
  const item = index && node.child(index[1]);
  if (item) { return [item, path.slice(index[0].length)]; }
  for (const end of endsOf(path)) {
    const child = node.child(path.slice(0, end));
    if (child) { return [child, path.slice(path[end] === '.' ? end + 1 : end)]; }
  }
  return undefined;
}

/** Real names have a few dots. More would need time in the square of the length. */
const MOST_ENDS = 100;

/** Where a name at the start of a path can end, from the longest name to the shortest. */
function endsOf(path: string): number[] {
  const ends: number[] = [];
  for (let at = 1; at < path.length && ends.length < MOST_ENDS; at++) {
    if (path[at] === '.' || path[at] === '[') { ends.push(at); }
  }
  return [...ends, path.length].reverse();
}

/** The lines and columns of a text. */
export class Lines {
  private readonly starts: Int32Array;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) { starts.push(at + 1); }
    this.starts = Int32Array.from(starts);
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
