import type { Property, Resolved } from './property';
import { type Choice, choicesOf } from './resolve/formula';
import { type Located, type Owner, step } from './resolve/frame';
import { isTemplateObject } from './resolve/json';
import { resolve } from './resolve/resolve';
import { literalOf, textOfResolved } from './resolve/scalars';
import type { Answer } from '../values/answer';
import type { Effort } from '../values/possible-matches';
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

  public get isPresent(): Answer {
    const { raw } = this.head;
    return raw === UNKNOWN ? UNKNOWN : raw !== undefined;
  }

  public get owner(): Owner | undefined {
    return this.head.of;
  }

  public get effort(): Effort {
    return this.located.scope.effort;
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
    return items.filter((item) => item.isPresent !== false);
  }

  public names(): Value<readonly string[]> {
    const { raw } = this.head;
    if (raw === undefined) { return undefined; }
    return isTemplateObject(raw) ? Object.keys(raw).filter((name) => this.get(name).isPresent !== false) : UNKNOWN;
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

  public jsonCases(): readonly (Resolved | undefined)[] {
    const assumed: Assumed[] = [new Map()];
    const values: (Resolved | undefined)[] = [];
    for (let each = assumed.pop(); each !== undefined; each = assumed.pop()) {
      const { value, open } = jsonIn(this.located, each);
      if (open === undefined) {
        values.push(value);
      } else {
        assumed.push(new Map([...each, [open, 1]]), new Map([...each, [open, 2]]));
      }
      if (values.length + assumed.length > MOST_CASES) { return [this.json()]; }
    }
    return values;
  }

  public choices(): readonly Choice[] | undefined {
    const text = this.text();
    return isKnown(text) ? choicesOf(text, this.head.scope) : undefined;
  }

  private get head(): Located {
    return this.resolved ??= resolve(this.located);
  }
}

/** The branch of `Fn::If` for each condition. */
type Assumed = ReadonlyMap<string, 1 | 2>;

const MOST_CASES = 8;

/** The value under assumptions, or a condition about which nothing is assumed. */
function jsonIn(located: Located, assumed: Assumed): { readonly value: Resolved | undefined; readonly open?: string } {
  let open: string | undefined;
  const branchOf = (within: Located): Located => {
    const { scope, raw, path } = within;
    const argument = isTemplateObject(raw) && Object.keys(raw).length === 1 ? raw['Fn::If'] : undefined;
    if (!Array.isArray(argument) || typeof argument[0] !== 'string') { return within; }
    const resolved = resolve(within);
    if (resolved.raw !== UNKNOWN) { return resolved; }
    const branch = assumed.get(argument[0]);
    open ??= branch === undefined ? argument[0] : undefined;
    return branch === undefined ? resolved : branchOf({ scope, raw: argument[branch] as unknown, path });
  };
  return { value: jsonOf(resolve(branchOf(located)), DEEPEST, branchOf), open };
}

function jsonOf({ scope, raw, path }: Located, depth: number, branchOf = (located: Located) => located): Resolved | undefined {
  if (depth === 0) { return UNKNOWN; }
  const inner = (value: unknown) => jsonOf(resolve(branchOf({ scope, raw: value, path })), depth - 1, branchOf);
  if (Array.isArray(raw)) { return raw.map(inner).filter((item) => item !== undefined); }
  if (!isTemplateObject(raw)) { return raw as Resolved | undefined; }
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, inner(value)]).filter(([, value]) => value !== undefined));
}
