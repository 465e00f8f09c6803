import type { Frame } from './frame';
import { type TemplateObject, isTemplateObject } from './json';
import { literalOf } from './scalars';
import { isKnown } from '../../values/unknown';

const LOOP = 'Fn::ForEach::';

/** Far more values than the 1 MiB that CloudFormation accepts after all loops are expanded. */
const MOST_VALUES = 500_000;

/** An entry of an object, or one that a loop creates. */
export interface Entry {
  readonly name: string;
  readonly value: unknown;
  /** The names and indices that lead to it from the object, as the template has them. */
  readonly steps: readonly string[];
}

export interface Entries {
  readonly entries: readonly Entry[];
  /** False if a loop is over unknown values, and might create any entries. */
  readonly complete: boolean;
}

export function isLoop(name: string): boolean {
  return name.startsWith(LOOP);
}

/**
 * The entries of an object after its loops are expanded.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function entriesOf(object: TemplateObject, frame: Frame): Entries {
  return new Expansion(frame).of(object, [], []);
}

class Expansion {
  private left = MOST_VALUES;

  constructor(private readonly frame: Frame) {}

  public of(object: TemplateObject, steps: readonly string[], variables: readonly Variable[]): Entries {
    const parts = Object.entries(object).map(([name, value]): Entries => (isLoop(name)
      ? this.ofLoop(value, [...steps, name], variables)
      : { entries: [{ name: within(name, variables), value: this.substituted(value, variables), steps: [...steps, name] }], complete: true }));
    return { entries: parts.flatMap(({ entries }) => entries), complete: this.left >= 0 && parts.every(({ complete }) => complete) };
  }

  private ofLoop(loop: unknown, steps: readonly string[], variables: readonly Variable[]): Entries {
    const [identifier, collection, body] = Array.isArray(loop) && loop.length === 3 ? loop as unknown[] : [];
    const values = this.valuesOf(this.substituted(collection, variables));
    if (typeof identifier !== 'string' || !isTemplateObject(body) || !values) { return { entries: [], complete: false }; }
    const entries: Entry[] = [];
    let complete = true;
    for (const value of values) {
      const part = this.of(body, [...steps, '2'], [...variables, new Variable(identifier, value)]);
      for (const entry of part.entries) { entries.push(entry); }
      complete &&= part.complete;
      if (this.left < 0) { break; }
    }
    return { entries, complete };
  }

  private valuesOf(collection: unknown): readonly string[] | undefined {
    const { raw } = this.frame.resolve(collection);
    if (!Array.isArray(raw)) { return undefined; }
    const values = raw.map((item) => literalOf(this.frame.text(item)));
    return values.every(isKnown) ? values : undefined;
  }

  private substituted(value: unknown, variables: readonly Variable[]): unknown {
    if (variables.length === 0) { return value; }
    if (--this.left < 0) { return undefined; }
    if (typeof value === 'string') { return within(value, variables); }
    if (Array.isArray(value)) { return value.map((item) => this.substituted(item, variables)); }
    if (!isTemplateObject(value)) { return value; }
    const named = Object.keys(value).length === 1 ? variables.find(({ name }) => name === value.Ref) : undefined;
    return named?.value ?? Object.fromEntries(Object.entries(value).map(([name, inner]) => (
      [within(name, variables), this.substituted(inner, variables)]
    )));
  }
}

function within(text: string, variables: readonly Variable[]): string {
  return variables.reduce((replaced, variable) => variable.within(replaced), text);
}

/** The identifier of a loop, with one of its values. */
class Variable {
  private readonly plain: string;
  private readonly alphanumeric: string;

  constructor(public readonly name: string, public readonly value: string) {
    this.plain = `\${${name}}`;
    this.alphanumeric = `&{${name}}`;
  }

  public within(text: string): string {
    return text.includes('{')
      ? text.replaceAll(this.plain, () => this.value).replaceAll(this.alphanumeric, () => this.value.replace(/[^A-Za-z0-9]/g, ''))
      : text;
  }
}
