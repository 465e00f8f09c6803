import { conditionalFunctions } from './conditions';
import { crossStackFunctions } from './cross-stack';
import { type Frame, type Intrinsic, type Located, step } from './frame';
import { type TemplateObject, isTemplateObject } from './json';
import { entriesOf, isLoop } from './loops';
import { referenceFunctions } from './references';
import { stringOrText, textOfResolved } from './scalars';
import type { Scope } from './scope';
import { stringFunctions } from './strings';
import { type Value, UNKNOWN } from '../../values/unknown';
import type { Text } from '../text/text';

const FUNCTIONS: ReadonlyMap<string, Intrinsic> = new Map(Object.entries({
  ...referenceFunctions,
  ...stringFunctions,
  ...conditionalFunctions,
  ...crossStackFunctions,
}));

/** The depth of nested functions. The limits of CloudFormation are far lower. */
const DEEPEST = 60;

/** Resolves the intrinsic function of a value. The content of an object or array is not resolved. */
export function resolve({ scope, raw, path }: Located): Located {
  return new Evaluation(scope, path, 0).resolve(raw);
}

/** For values outside of the properties of resources. */
export function frameOf(scope: Scope): Frame {
  return new Evaluation(scope, '', 0);
}

class Evaluation implements Frame {
  constructor(public readonly scope: Scope, public readonly path: string, private readonly depth: number) {}

  public get deeper(): Frame | undefined {
    return this.depth < DEEPEST ? new Evaluation(this.scope, this.path, this.depth + 1) : undefined;
  }

  public resolve(raw: unknown, ...steps: readonly (string | number)[]): Located {
    const path = steps.length > 0 ? steps.reduce<string>(step, this.path) : this.path;
    if (typeof raw === 'string') { return { scope: this.scope, raw: stringOrText(raw), path }; }
    const name = isTemplateObject(raw) ? functionNameOf(raw) : undefined;
    if (name === undefined) { return { scope: this.scope, raw, path }; }
    if (isLoop(name)) { return this.withLoops(raw as TemplateObject, path); }
    const intrinsic = this.depth < DEEPEST ? FUNCTIONS.get(name) : undefined;
    return intrinsic
      ? intrinsic((raw as TemplateObject)[name], new Evaluation(this.scope, path, this.depth + 1))
      : { scope: this.scope, raw: UNKNOWN, path };
  }

  private withLoops(raw: TemplateObject, path: string): Located {
    const { entries, complete } = this.deeper ? entriesOf(raw, this.deeper) : { entries: [], complete: false };
    return { scope: this.scope, raw: complete ? Object.fromEntries(entries.map(({ name, value }) => [name, value])) : UNKNOWN, path };
  }

  public text(raw: unknown): Value<Text> {
    return textOfResolved(this.resolve(raw).raw);
  }

  public result(raw: unknown): Located {
    return { scope: this.scope, raw, path: this.path };
  }

  public within(scope: Scope): Frame {
    return new Evaluation(scope, this.path, this.depth);
  }
}

/** A macro or a loop can have sibling properties. Any other function is the only key. */
function functionNameOf(value: TemplateObject): string | undefined {
  let first: string | undefined;
  let count = 0;
  if (Object.hasOwn(value, 'Fn::Transform')) { return 'Fn::Transform'; }
  for (const name in value) {
    if (isLoop(name)) { return name; }
    first ??= name;
    count++;
  }
  return count === 1 && (first === 'Ref' || first!.startsWith('Fn::')) ? first : undefined;
}
