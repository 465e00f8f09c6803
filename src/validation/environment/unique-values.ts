import type { UniqueValue } from '../../capabilities/unique-values';
import { Problem } from '../../values/problem';

/** Two resources of one account and Region that have the same value. */
export interface Twice {
  readonly value: UniqueValue;
  /** The name of the property in messages, in quotes. */
  readonly names: string;
  /** The other resource with the value, in words. */
  readonly other: string;
  /** Whether one template has both. Templates of two stacks might never be deployed together. */
  readonly inOneTemplate: boolean;
}

/** An error only if both are certainly deployed. */
export function givenTwice({ value, names, other, inOneTemplate }: Twice): { readonly isError: boolean; readonly problem: Problem } {
  const { label, within, fix } = value;
  const where = within === undefined ? 'an account and Region' : `a '${within}'`;
  const message = `${names} must be unique among the ${label}s of ${where}, got the same as ${other}. ${fix}`;
  return { isError: inOneTemplate, problem: new Problem('given-twice', message) };
}
