import type { Document, Duplicate } from './document';
import { type PositionNode, Lines, Positions } from './position';
import { DEEPEST } from '../../values/json-text';
import { InputError } from '../input-error';

/**
 * @param again returns the same text when positions are needed
 * @throws InputError if the text is not JSON
 */
export function jsonDocument(text: string, name: string, again: () => string): Document {
  const { deepest, names } = measured(text);
  if (deepest > DEEPEST) { throw new InputError(`'${name}' must have at most ${DEEPEST} nested levels, got more.`); }
  const value = parsed(text, name);
  return { value, duplicates: namesIn(value) < names ? duplicatesIn(text) : [], positions: () => positionsIn(again()) };
}

function positionsIn(text: string): Positions {
  return new Positions(JsonNode.root(text), new Lines(text));
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`'${name}' is not valid JSON: ${problemOf(error, text)}.`);
  }
}

/** The number of nested levels, before any recursion, and of names in objects. The content of strings does not count. */
function measured(text: string): { readonly deepest: number; readonly names: number } {
  let [depth, deepest, names] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"': at = endOfString(text, at) - 1; break;
      case '{': case '[': deepest = Math.max(deepest, ++depth); break;
      case '}': case ']': depth--; break;
      case ':': names++; break;
    }
  }
  return { deepest, names };
}

/** The number of names that the parser kept. */
function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) { return 0; }
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) { count += namesIn(item); }
    return count;
  }
  for (const name in value) { count += 1 + namesIn((value as Readonly<Record<string, unknown>>)[name]); }
  return count;
}

/** The parser keeps the last of equal names silently. */
function duplicatesIn(text: string): Duplicate[] {
  const duplicates: Duplicate[] = [];
  const open: Map<string, number>[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') { open.push(new Map()); }
    if (character === '}' || character === ']') { open.pop(); }
    if (character !== '"') { continue; }
    const [start, end] = [at, endOfString(text, at)];
    at = end - 1;
    if (text[skipSpace(text, end)] !== ':') { continue; }
    const name = JSON.parse(text.slice(start, end)) as string;
    const names = open[open.length - 1];
    const first = names.get(name);
    if (first !== undefined) { duplicates.push({ name, first, second: start }); }
    names.set(name, start);
  }
  return duplicates;
}

/** Node.js reports either the position or the text around it. */
function problemOf(error: unknown, text: string): string {
  const message = (error as Error).message.replace(/\s+/g, ' ');
  const what = message.replace(/( in JSON)? at position .*$|,? (")?is not valid JSON$/, '$2');
  const at = /at position (\d+)/.exec(message);
  if (!at) { return asciiOf(what); }
  const { line, column } = new Lines(text).at(Number(at[1]));
  return `${asciiOf(what)} (line ${line}, column ${column})`;
}

function asciiOf(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

/** A value of valid JSON. Only the objects and lists on the way to a value are read. */
class JsonNode implements PositionNode {
  public static root(text: string): JsonNode {
    const start = skipSpace(text, 0);
    return new JsonNode(text, start, start);
  }

  private readonly used = new Map<string, JsonNode>();
  /** The starts of the names in an object, and of the items in a list. */
  private starts?: ReadonlyMap<string, number>;

  private constructor(private readonly text: string, public readonly offset: number, private readonly start: number) {}

  public child(step: string): JsonNode | undefined {
    this.starts ??= this.read();
    const [used, offset] = [this.used.get(step), this.starts.get(step)];
    if (used !== undefined || offset === undefined) { return used; }
    const child = new JsonNode(this.text, offset, this.isNamed ? this.afterName(offset) : offset);
    this.used.set(step, child);
    return child;
  }

  private afterName(start: number): number {
    const colon = skipSpace(this.text, endOfString(this.text, start));
    return skipSpace(this.text, colon + 1);
  }

  private get isNamed(): boolean {
    return this.text[this.start] === '{';
  }

  private read(): ReadonlyMap<string, number> {
    const starts = new Map<string, number>();
    if (!'{['.includes(this.text[this.start])) { return starts; }
    let at = skipSpace(this.text, this.start + 1);
    for (let index = 0; !'}]'.includes(this.text[at]); index++) {
      starts.set(this.isNamed ? JSON.parse(this.text.slice(at, endOfString(this.text, at))) as string : String(index), at);
      at = endOfEntry(this.text, at);
      if (this.text[at] === ',') { at = skipSpace(this.text, at + 1); }
    }
    return starts;
  }
}

/** The comma or bracket after an entry. */
function endOfEntry(text: string, start: number): number {
  let depth = 0;
  for (let at = start; ; at++) {
    switch (text[at]) {
      case '"': at = endOfString(text, at) - 1; break;
      case '{': case '[': depth++; break;
      case '}': case ']': if (depth-- === 0) { return at; } break;
      case ',': if (depth === 0) { return at; } break;
    }
  }
}

/** The end of the text for a string that is not closed. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (text[before - 1] === '\\') { before--; }
    if ((at - before) % 2 === 0) { return at + 1; }
  }
  return text.length;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && ' \t\r\n'.includes(text[end])) { end++; }
  return end;
}
