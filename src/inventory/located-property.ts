import type { Property, Resolved } from './property';
import { type Choice, choicesOf } from './resolve/formula';
import { type Located, type Owner, step } from './resolve/frame';
import { isTemplateObject } from './resolve/json';
import { resolve } from './resolve/resolve';
import { literalOf, textOfResolved } from './resolve/scalars';
import type { Answer } from '../values/answer';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';
import { Text } from './text/text';

/** JSON within JSON; CloudFormation's own limits are far below. */
const DEEPEST = 100;

/** Other spellings of numbers, such as 012, 0x1F, and 1e3, are read differently by versions of YAML. */
const NUMBER = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A property that is resolved when it is first read. */
export class LocatedProperty implements Property {
  private resolved?: Located;

  constructor(private readonly located: Located) {}

  public get path(): string {
    return this.head.path;
  }

  public get given(): Answer {
    const { raw } = this.head;
    return raw === UNKNOWN ? UNKNOWN : raw !== undefined;
  }

  public get of(): Owner | undefined {
    return this.head.of;
  }

  public get(name: string): Property {
    const { scope, raw, path } = this.head;
    const inner = isTemplateObject(raw) && Object.hasOwn(raw, name) ? raw[name] : undefined;
    return new LocatedProperty({ scope, raw: isTemplateObject(raw) || raw === undefined ? inner : UNKNOWN, path: step(path, name) });
  }

  public items(): Value<readonly Property[]> {
    const { scope, raw, path } = this.head;
    if (raw === undefined) { return undefined; }
    if (!Array.isArray(raw)) { return UNKNOWN; }
    const items = raw.map((item: unknown, index) => new LocatedProperty({ scope, raw: item, path: step(path, index) }));
    return items.filter((item) => item.given !== false);
  }

  public names(): Value<readonly string[]> {
    const { raw } = this.head;
    if (raw === undefined) { return undefined; }
    return isTemplateObject(raw) ? Object.keys(raw).filter((name) => this.get(name).given !== false) : UNKNOWN;
  }

  public text(): Value<Text> {
    return textOfResolved(this.head.raw);
  }

  public string(): Value<string> {
    return literalOf(this.text());
  }

  public number(): Value<number> {
    const text = this.string();
    if (!isKnown(text)) { return text; }
    return NUMBER.test(text.trim()) ? Number(text) : UNKNOWN;
  }

  public boolean(): Value<boolean> {
    const text = this.string();
    if (!isKnown(text)) { return text; }
    return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : UNKNOWN;
  }

  public json(): Resolved | undefined {
    return jsonOf(this.head, DEEPEST);
  }

  public choices(): readonly Choice[] | undefined {
    const text = this.text();
    return isKnown(text) ? choicesOf(text, this.head.scope) : undefined;
  }

  private get head(): Located {
    return this.resolved ??= resolve(this.located);
  }
}

function jsonOf({ scope, raw, path }: Located, depth: number): Resolved | undefined {
  if (depth === 0) { return UNKNOWN; }
  const inner = (value: unknown) => jsonOf(resolve({ scope, raw: value, path }), depth - 1);
  if (Array.isArray(raw)) { return raw.map(inner).filter((item) => item !== undefined); }
  if (!isTemplateObject(raw)) { return raw as Resolved | undefined; }
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, inner(value)]).filter(([, value]) => value !== undefined));
}
