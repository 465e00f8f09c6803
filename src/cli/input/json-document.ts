import { type Document, type Duplicate, DEEPEST } from './document';
import { type PositionNode, Lines } from './position';
import { InputError } from '../input-error';

/** @throws InputError if the text is not JSON */
export function jsonDocument(text: string, name: string): Document {
  const value = parsed(text, name);
  let positions: PositionNode | undefined;
  return { value, duplicates: duplicatesIn(text), positions: () => positions ??= new Scanner(text).value(0).node };
}

function parsed(text: string, name: string): unknown {
  if (depthOf(text) > DEEPEST) { throw new InputError(`'${name}' must have at most ${DEEPEST} nested levels, got more.`); }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`'${name}' is not valid JSON: ${problemOf(error, text)}.`);
  }
}

/** Counted before any recursion. Brackets in strings do not count. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/g)) {
    if (token === '[' || token === '{') { deepest = Math.max(deepest, ++depth); }
    if (token === ']' || token === '}') { depth--; }
  }
  return deepest;
}

/** The parser keeps the last of equal names silently. */
function duplicatesIn(text: string): Duplicate[] {
  const duplicates: Duplicate[] = [];
  const open: Map<string, number>[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[[\]{}]/g)) {
    if (token === '{' || token === '[') { open.push(new Map()); continue; }
    if (token === '}' || token === ']') { open.pop(); continue; }
    if (!token.endsWith(':')) { continue; }
    const quoted = token.slice(0, token.lastIndexOf('"') + 1);
    const name = quoted.includes('\\') ? JSON.parse(quoted) as string : quoted.slice(1, -1);
    const names = open[open.length - 1];
    const first = names.get(name);
    if (first !== undefined) { duplicates.push({ name, first, second: index }); }
    names.set(name, index);
  }
  return duplicates;
}

/** Node.js reports either the position or the text around it. */
function problemOf(error: unknown, text: string): string {
  const message = (error as Error).message.replace(/\s+/g, ' ');
  const what = message.replace(/( in JSON)? at position .*$|,? (")?is not valid JSON$/, '$2');
  const at = /at position (\d+)/.exec(message);
  if (!at) { return printable(what); }
  const { line, column } = new Lines(text).at(Number(at[1]));
  return `${printable(what)} (line ${line}, column ${column})`;
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

/** Finds the positions of values in valid JSON. */
class Scanner {
  constructor(private readonly text: string) {}

  public value(at: number, shownAt?: number): { readonly node: PositionNode; readonly end: number } {
    const start = this.skipSpace(at);
    const offset = shownAt ?? start;
    switch (this.text[start]) {
      case '{': return this.members(start, offset, true);
      case '[': return this.members(start, offset, false);
      case '"': return { node: { offset }, end: this.endOfString(start) };
      default: return { node: { offset }, end: this.endOfLiteral(start) };
    }
  }

  private members(start: number, offset: number, named: boolean): { readonly node: PositionNode; readonly end: number } {
    const children = new Map<string, PositionNode>();
    let at = this.skipSpace(start + 1);
    for (let index = 0; !'}]'.includes(this.text[at]); index++) {
      const nameEnd = named ? this.endOfString(at) : at;
      const name = named ? JSON.parse(this.text.slice(at, nameEnd)) as string : String(index);
      const { node, end } = this.value(named ? this.skipSpace(nameEnd) + 1 : at, at);
      children.set(name, node);
      at = this.skipSpace(end);
      if (this.text[at] === ',') { at = this.skipSpace(at + 1); }
    }
    return { node: { offset, children }, end: at + 1 };
  }

  private skipSpace(at: number): number {
    let end = at;
    while (' \t\r\n'.includes(this.text[end]) && end < this.text.length) { end++; }
    return end;
  }

  private endOfString(start: number): number {
    let at = start + 1;
    while (this.text[at] !== '"') { at += this.text[at] === '\\' ? 2 : 1; }
    return at + 1;
  }

  private endOfLiteral(start: number): number {
    let at = start;
    while (at < this.text.length && !' \t\r\n,]}'.includes(this.text[at])) { at++; }
    return at;
  }
}
