import type { Answer } from './answer';
import { UNKNOWN } from './unknown';

/** An intrinsic function in a template. */
export interface IntrinsicCall {
  readonly name: string;
  readonly argument: unknown;
  /** False in a branch of `Fn::If` whose condition is unknown. */
  readonly certain: boolean;
}

export interface IntrinsicOptions {
  /** Whether a condition of the template is true. */
  readonly holds?: (condition: string) => Answer;
  /** Functions whose arguments belong to another template. */
  readonly foreign?: readonly string[];
}

/** The intrinsic functions in a value, and in the arguments of other functions. Unused branches of `Fn::If` are left out. */
export function intrinsicsIn(value: unknown, { holds = () => UNKNOWN, foreign = [] }: IntrinsicOptions = {}): IntrinsicCall[] {
  const found: IntrinsicCall[] = [];
  const pending: { readonly value: unknown; readonly certain: boolean }[] = [{ value, certain: true }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: each, certain } = next;
    if (typeof each !== 'object' || each === null) { continue; }
    const [name, argument] = functionIn(each);
    if (name === 'Fn::If' && Array.isArray(argument) && typeof argument[0] === 'string') {
      const answer = holds(argument[0]);
      if (answer !== true) { pending.push({ value: argument[2], certain: certain && answer === false }); }
      if (answer !== false) { pending.push({ value: argument[1], certain: certain && answer === true }); }
      continue;
    }
    if (name !== undefined) { found.push({ name, argument, certain }); }
    if (name !== undefined && foreign.includes(name)) { continue; }
    for (const inner of Object.values(each).reverse()) { if (typeof inner === 'object') { pending.push({ value: inner, certain }); } }
  }
  return found;
}

/** What an intrinsic function names: the ids of resources and parameters, and pseudo parameters. */
export function namesIn({ name, argument }: Pick<IntrinsicCall, 'name' | 'argument'>): string[] {
  switch (name) {
    case 'Ref': return typeof argument === 'string' ? [argument] : [];
    case 'Fn::GetAtt': {
      const [first] = [argument].flat() as unknown[];
      return typeof first === 'string' ? [withoutAttribute(first)] : [];
    }
    case 'Fn::Sub': {
      const [text, variables] = [argument].flat() as unknown[];
      const names = typeof text === 'string' ? [...text.matchAll(VARIABLE)].map(([, variable]) => variable) : [];
      return names.filter((variable) => !(typeof variables === 'object' && variables !== null && Object.hasOwn(variables, variable))).map(withoutAttribute);
    }
    default: return [];
  }
}

const VARIABLE = /\$\{([^!}][^}]*)\}/g;

function withoutAttribute(text: string): string {
  return text.split('.', 1)[0];
}

const NO_FUNCTION = [undefined, undefined] as const;

/** A function is the only key of its object. */
function functionIn(value: object): readonly [string | undefined, unknown] {
  if (Array.isArray(value)) { return NO_FUNCTION; }
  const names = Object.keys(value);
  const [name] = names;
  return names.length === 1 && (name === 'Ref' || name.startsWith('Fn::')) ? [name, (value as Readonly<Record<string, unknown>>)[name]] : NO_FUNCTION;
}
