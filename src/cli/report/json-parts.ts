/** A list whose items are written one after the other, so that the text is never in memory as a whole. */
export class LongList<T> {
  constructor(private readonly items: Iterable<T>, private readonly render: (item: T) => unknown) {}

  public* values(): Generator {
    for (const item of this.items) { yield this.render(item); }
  }
}

/** The text of `JSON.stringify(value, undefined, 2)`, in parts. */
export function* jsonParts(value: unknown, margin = ''): Generator<string> {
  const inner = `${margin}  `;
  if (value instanceof LongList) {
    let count = 0;
    for (const item of value.values()) { yield `${count++ === 0 ? '[' : ','}\n${inner}${indented(item, inner)}`; }
    yield count === 0 ? '[]' : `\n${margin}]`;
  } else if (hasLongList(value)) {
    let count = 0;
    const isList = Array.isArray(value);
    for (const [name, each] of Object.entries(value as object)) {
      if (each === undefined) { continue; }
      yield `${count++ === 0 ? isList ? '[' : '{' : ','}\n${inner}${isList ? '' : `${JSON.stringify(name)}: `}`;
      yield* jsonParts(each, inner);
    }
    yield `\n${margin}${isList ? ']' : '}'}`;
  } else {
    yield indented(value, margin);
  }
}

function hasLongList(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((each) => each instanceof LongList || hasLongList(each));
}

function indented(value: unknown, margin: string): string {
  return JSON.stringify(value, undefined, 2).replace(/\n/g, `\n${margin}`);
}
