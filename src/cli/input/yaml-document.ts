import type * as Yaml from 'yaml';
import type { Document, Duplicate } from './document';
import { type PositionNode, Lines, Positions } from './position';
import { ValueColumn, lexerOf } from './yaml-lexer';
import { DEEPEST } from '../../values/json-text';
import { InputError } from '../input-error';

/** The values of an alias count each time, because a few lines of aliases to aliases can have billions of values. */
const MOST_VALUES = 500_000;

/** Words, signs, spaces and line ends. A real template of 1 MiB has about 300,000. */
const MOST_LEXEMES = 2 * MOST_VALUES;

/** The stack of the parser has more entries than there are nested levels. */
const MOST_OPEN = 2 * DEEPEST;

const TRUE = /^(?:true|yes|on)$/i;
const FALSE = /^(?:false|no|off)$/i;
const EXACT = /^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?$/;

/**
 * Parses YAML as CloudFormation does, including short forms such as `!Ref`.
 *
 * @throws InputError if the text is not YAML
 */
export function yamlDocument(text: string, name: string): Document {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the parser is loaded only for YAML
  const yaml = require('yaml') as typeof Yaml;
  const root = parsed(yaml, text, name);
  const converter = new Converter(yaml, text, (problem, offset) => invalid(name, problem, text, offset));
  const { value, node } = converter.convert(root, 0);
  return withPositions(text.length > KEPT ? withoutText(value) : value, node, new Lines(text), converter.duplicates);
}

/** In characters. The text of a small file needs about as much memory as its values. */
const KEPT = 16 * 1024;

/** Parts of a text keep all of it in memory. */
function withoutText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function withPositions(value: unknown, node: Node, lines: Lines, duplicates: readonly Duplicate[]): Document {
  const offsets = offsetsOf(value, node);
  return { value, duplicates, positions: () => new Positions(new YamlNode(value, offsets, 0), lines) };
}

/** The offset of each value, in the order of the values. This needs less memory than their nodes, and less time than to parse the file again. */
function offsetsOf(value: unknown, node: Node): Int32Array {
  const offsets: number[] = [];
  const visit = (each: unknown, { offset, children }: Node) => {
    offsets.push(offset);
    // The name and the attribute of `!GetAtt` have one node
    for (const [name, inner] of entriesOf(each)) { visit(inner, children?.get(name) ?? { offset }); }
  };
  visit(value, node);
  return Int32Array.from(offsets);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** The number of values in a value, with itself. */
function sizeOf(value: unknown): number {
  let size = 1;
  for (const [, inner] of entriesOf(value)) { size += sizeOf(inner); }
  return size;
}

class YamlNode implements PositionNode {
  private children?: ReadonlyMap<string, YamlNode>;

  constructor(private readonly value: unknown, private readonly offsets: Int32Array, private readonly index: number) {}

  public get offset(): number {
    return this.offsets[this.index];
  }

  public child(step: string): YamlNode | undefined {
    this.children ??= this.read();
    return this.children.get(step);
  }

  private read(): ReadonlyMap<string, YamlNode> {
    const children = new Map<string, YamlNode>();
    let index = this.index + 1;
    for (const [name, value] of entriesOf(this.value)) {
      children.set(name, new YamlNode(value, this.offsets, index));
      index += sizeOf(value);
    }
    return children;
  }
}

/** A node of the parser, while the file is read. */
interface Node {
  readonly offset: number;
  readonly children?: ReadonlyMap<string, Node>;
}

function parsed(yaml: typeof Yaml, text: string, name: string): unknown {
  const composer = new yaml.Composer({ logLevel: 'silent', prettyErrors: false, strict: false, uniqueKeys: false, keepSourceTokens: false });
  const [document, second] = withoutStackTraces(() => {
    const [first, other] = composer.compose(tokensOf(yaml, text, name), true, text.length);
    return [first, other] as const;
  });
  const [error] = document.errors;
  if (error) { throw invalid(name, error.message, text, error.pos[0]); }
  if (second) { throw invalid(name, 'it contains several documents, and a template must be one document', text, second.range[0]); }
  return document.contents;
}

/** The parser creates an error for each tag that it does not know, such as `!Ref`. */
function withoutStackTraces<T>(parse: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Stops before a file can use too much memory. */
function* tokensOf(yaml: typeof Yaml, text: string, name: string): Generator<Yaml.CST.Token, void> {
  const parser = new yaml.Parser();
  const column = new ValueColumn(parser, text);
  let count = 0;
  for (const lexeme of lexerOf(yaml).lex(text)) {
    column.next(lexeme);
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_OPEN) { throw new InputError(`'${name}' must have at most ${DEEPEST} nested levels, got more.`); }
    if (++count > MOST_LEXEMES) { throw new InputError(`'${name}' must have at most ${MOST_LEXEMES} YAML tokens, got more. Divide it among several templates.`); }
  }
  yield* parser.end();
}

function invalid(name: string, problem: string, text: string, offset: number): InputError {
  const { line, column } = new Lines(text).at(offset);
  return new InputError(`'${name}' is not valid YAML: ${problem.split('\n')[0]} (line ${line}, column ${column}).`);
}

interface Converted {
  readonly value: unknown;
  readonly node: Node;
  /** The number of values after all aliases are replaced. */
  readonly weight: number;
}

/** Converts nodes of YAML to the JSON that CloudFormation reads, with the positions of the values. */
class Converter {
  public readonly duplicates: Duplicate[] = [];
  private readonly anchors = new Map<string, Converted>();
  private total = 0;

  constructor(
    private readonly yaml: typeof Yaml,
    private readonly text: string,
    private readonly refusal: (problem: string, offset: number) => InputError,
  ) {}

  public convert(node: unknown, depth: number, shownAt?: number): Converted {
    const offset = shownAt ?? offsetOf(node);
    if (depth > DEEPEST) { throw this.refusal(`it has more than ${DEEPEST} nested levels`, offset); }
    if (this.yaml.isAlias(node)) {
      const aliased = this.aliased(node.source, offset);
      this.count(aliased.weight, offset);
      return aliased;
    }
    const before = this.total;
    const { value, node: place } = withFunction(this.untagged(node, depth, offset), tagOf(node));
    this.count(1, offset);
    const converted = { value, node: place, weight: this.total - before };
    const anchor = anchorOf(node);
    if (anchor !== undefined) { this.anchors.set(anchor, converted); }
    return converted;
  }

  private count(weight: number, offset: number) {
    this.total += weight;
    if (this.total > MOST_VALUES) { throw this.refusal(`it has more than ${MOST_VALUES} values after its aliases are replaced`, offset); }
  }

  private aliased(name: string, offset: number): Converted {
    const anchored = this.anchors.get(name);
    if (!anchored) { throw this.refusal(`the alias '*${name}' has no anchor before it`, offset); }
    return { ...anchored, node: { ...anchored.node, offset } };
  }

  private untagged(node: unknown, depth: number, offset: number): Omit<Converted, 'weight'> {
    if (this.yaml.isMap(node)) { return this.map(node, depth, offset); }
    if (this.yaml.isSeq(node)) {
      const items = node.items.map((item) => this.convert(item, depth + 1));
      const children = new Map(items.map((item, index) => [String(index), item.node]));
      return { value: items.map(({ value }) => value), node: { offset, children } };
    }
    return { value: this.yaml.isScalar(node) ? this.scalar(node) : null, node: { offset } };
  }

  /** The parser adds a line end to a block that ends with the file. */
  private scalar(node: Yaml.Scalar): unknown {
    const value = scalarOf(node, tagOf(node) !== undefined);
    const isLast = node.type?.startsWith('BLOCK') && node.range?.[1] === this.text.length && !this.text.endsWith('\n');
    return isLast && typeof value === 'string' ? value.replace(/\n$/, '') : value;
  }

  private map({ items }: Yaml.YAMLMap, depth: number, offset: number): Omit<Converted, 'weight'> {
    const value: Record<string, unknown> = {};
    const children = new Map<string, Node>();
    const written = new Map<string, number>();
    for (const { key, value: inner } of items) {
      const name = this.nameOf(key, depth);
      const converted = this.convert(inner, depth + 1, offsetOf(key));
      if (name === '<<' && !isQuoted(key)) { merge(converted, value, children); continue; }
      const first = written.get(name);
      if (first !== undefined) { this.duplicates.push({ name, first, second: offsetOf(key) }); }
      written.set(name, offsetOf(key));
      define(value, name, converted.value);
      children.set(name, converted.node);
    }
    return { value, node: { offset, children } };
  }

  private nameOf(key: unknown, depth: number): string {
    const isScalar = this.yaml.isScalar(key);
    if (isScalar && anchorOf(key) === undefined) { // nearly always
      this.count(1, offsetOf(key));
      return key.source ?? String(key.value);
    }
    const { value } = this.convert(key, depth + 1);
    if (isScalar) { return key.source ?? String(key.value); }
    if (typeof value === 'object') { throw this.refusal('a key is not a string', offsetOf(key)); }
    return String(value);
  }
}

function offsetOf(node: unknown): number {
  return (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
}

function anchorOf(node: unknown): string | undefined {
  return (node as { anchor?: string } | null)?.anchor;
}

function isQuoted(key: unknown): boolean {
  return (key as Yaml.Scalar | null)?.type?.startsWith('QUOTE') ?? false;
}

function tagOf(node: unknown): string | undefined {
  const tag = (node as { tag?: string } | null)?.tag;
  return tag?.startsWith('!') && tag.length > 1 ? tag.slice(1) : undefined;
}

/** Keeps numbers that would lose digits as text, such as an account id that begins with 0, or the version 1.10. */
function scalarOf({ value, source = '', type }: Yaml.Scalar, tagged: boolean): unknown {
  if (type !== 'PLAIN') { return value; }
  if (tagged) { return source; }
  if (typeof value === 'string') { return TRUE.test(source) || (FALSE.test(source) ? false : value); }
  return typeof value === 'number' && !EXACT.test(source) ? source : value;
}

/** `!Ref X` is `{ Ref: X }`, `!GetAtt A.b` is `{ Fn::GetAtt: [A, b] }`. */
function withFunction({ value, node }: Omit<Converted, 'weight'>, tag: string | undefined): Omit<Converted, 'weight'> {
  if (tag === undefined) { return { value, node }; }
  const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
  const dot = tag === 'GetAtt' && typeof value === 'string' ? value.indexOf('.') : -1;
  const argument = dot > 0 ? [(value as string).slice(0, dot), (value as string).slice(dot + 1)] : value;
  return { value: { [name]: argument }, node: { offset: node.offset, children: new Map([[name, node]]) } };
}

function merge(from: Converted, value: Record<string, unknown>, children: Map<string, Node>) {
  const sources = Array.isArray(from.value) ? from.value as unknown[] : [from.value];
  sources.forEach((source, index) => {
    if (typeof source !== 'object' || source === null) { return; }
    const node = Array.isArray(from.value) ? from.node.children?.get(String(index)) : from.node;
    for (const [name, inner] of Object.entries(source)) {
      if (Object.hasOwn(value, name)) { continue; }
      define(value, name, inner);
      const child = node?.children?.get(name);
      if (child) { children.set(name, child); }
    }
  });
}

/** Sets a property even if its name is `__proto__`. */
function define(holder: Record<string, unknown>, name: string, value: unknown) {
  if (name !== '__proto__') { holder[name] = value; return; } // ten times as fast
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}
