import { Token } from 'aws-cdk-lib';
import { givenLabel, isPlainObject } from '../cdk/given-values';
import { isObject } from '../values/is-object';
import { Problem } from '../values/problem';

/** Reads one object of a document. A field of the wrong type, an unknown field, or an output-only field becomes a problem with its path. */
export class DocumentReader {
  private readonly fields: { readonly [name: string]: unknown };
  private readonly read = new Set<string>();

  constructor(private readonly path: string, value: unknown, private readonly problems: Problem[]) {
    this.fields = isObject(value) ? value : {};
    if (!isObject(value)) { problems.push(new Problem('type', `'${path}' must be an object, got ${label(value)}. Write it in braces.`, path)); }
  }

  public has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  public problem(name: string, key: string, message: string): void {
    this.problems.push(new Problem(key, `'${this.path}.${name}' ${message}`, `${this.path}.${name}`));
  }

  /** Reports fields that AWS writes and does not read. */
  public refuse(names: string[]): void {
    for (const name of names.filter((each) => this.has(each) && !this.read.has(each))) {
      this.ignore(name);
      this.problem(name, 'output', 'must not be set, because only AWS Backup writes it. Remove it.');
    }
  }

  public ignore(name: string): void {
    this.read.add(name);
  }

  public text(name: string): string | undefined {
    return this.take(name, 'a string', 'Write it in quotes.', (value) => typeof value === 'string');
  }

  public number(name: string, least = 0): number | undefined {
    const advice = `Write ${least} or more, without quotes or a fraction.`;
    return this.take(name, 'a whole number', advice, (value) => typeof value === 'number' && (Token.isUnresolved(value) || (Number.isInteger(value) && value >= least)));
  }

  public flag(name: string): boolean | undefined {
    return this.take(name, 'true or false', 'Write it without quotes.', (value) => typeof value === 'boolean');
  }

  public strings(name: string): { [key: string]: string } | undefined {
    return this.take(name, 'an object of strings', 'Write it in braces, and each value in quotes.', (value) => isObject(value) && Object.values(value).every((each) => typeof each === 'string'));
  }

  public texts(name: string): string[] {
    const isExpected = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string');
    return this.take<string[]>(name, 'a list of strings', 'Write it in brackets, and each element in quotes.', isExpected) ?? [];
  }

  public oneOf(name: string, allowed: string[]): string | undefined {
    const advice = allowed.length > 1 ? 'Write one of them.' : 'Write that value.';
    return this.take(name, allowed.map((each) => `'${each}'`).join(' or '), advice, (value) => allowed.includes(value as string));
  }

  public object(name: string): DocumentReader | undefined {
    this.read.add(name);
    return this.has(name) ? new DocumentReader(`${this.path}.${name}`, this.fields[name], this.problems) : undefined;
  }

  public objects(name: string): DocumentReader[] {
    const list = this.take<unknown[]>(name, 'a list', 'Write it in brackets.', Array.isArray) ?? [];
    return list.map((value, index) => new DocumentReader(`${this.path}.${name}[${index}]`, value, this.problems));
  }

  /** Reports the fields that were not read, because the plan would lose them. */
  public finish(): void {
    for (const name of Object.keys(this.fields).filter((each) => this.has(each) && !this.read.has(each))) {
      this.problem(name, 'unknown', 'is unknown, and the plan would lose it. Remove it.');
    }
  }

  private take<T>(name: string, expected: string, advice: string, isExpected: (value: unknown) => boolean): T | undefined {
    this.read.add(name);
    const value = this.fields[name];
    if (value === undefined || value === null) { return undefined; }
    if (isExpected(value)) { return value as T; }
    this.problem(name, 'type', `must be ${expected}, got ${label(value)}. ${advice}`);
    return undefined;
  }
}

function label(value: unknown): string {
  if (typeof value === 'string') { return `'${value}'`; }
  return (Array.isArray(value) || isPlainObject(value) ? asJson(value) : undefined) ?? givenLabel(value);
}

/** Undefined if the value contains a construct, whose tree refers to itself. */
function asJson(value: unknown): string | undefined {
  try { return JSON.stringify(value); } catch { return undefined; }
}
