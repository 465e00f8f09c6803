import { type CronField, type FieldSyntax, rangeLabel, rangeToWrite } from './fields';
import { Problem } from '../values/problem';

export interface ReadField {
  readonly field: CronField;
  /** Each message follows the quoted name of a property. The field is not valid if there are any. */
  readonly problems: Problem[];
}

interface ReadEntry {
  readonly values?: number[];
  readonly special?: string;
  readonly complaint?: string;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A value, a range `a-b`, or all values `*`, with or without an increment `/n`. `/n` alone counts from the first value. */
const PLAIN_ENTRY = /^(?=.)(?:\*|(?<from>\w+)(?:-(?<to>\w+))?)?(?:\/(?<step>\d+))?$/;

/** Reads the entries of one field, which commas separate. */
export function readField(text: string, syntax: FieldSyntax): ReadField {
  if (/^\?,?$/.test(text) && syntax.wildcards.includes('?')) {
    return {
      field: { text: '?', values: span(syntax), specials: [] },
      problems: text === '?' ? [] : [invalid(syntax, text, text, 'Write \'?\'.')],
    };
  }
  const entries = [...new Set(text.split(','))];
  const read = entries.map((entry) => readEntry(entry.toUpperCase(), syntax));
  const problems = read.flatMap(({ complaint }, index) => complaint === undefined
    ? []
    : [invalid(syntax, entries[index], text, complaint)]);
  if (text.includes(',') && syntax.wildcards.includes('#') && text.includes('#')) {
    problems.push(new Problem('several-hashes', `must have only one entry with '#' in the ${syntax.name} field, got '${text}'. Write a rule for each.`));
  }
  const values = [...new Set(read.flatMap((entry) => entry.values ?? []))].sort((a, b) => a - b);
  return { field: { text, values, specials: read.flatMap((entry) => entry.special ?? []) }, problems };
}

function invalid({ name }: FieldSyntax, entry: string, text: string, fix: string): Problem {
  return new Problem('entry', `must have a valid ${name} field, got '${entry}'${entry === text ? '' : ` in '${text}'`}. ${fix}`, `${name} ${entry}`);
}

function readEntry(entry: string, syntax: FieldSyntax): ReadEntry {
  const alias = syntax.aliases?.get(entry);
  if (alias !== undefined) { return { values: [alias] }; }
  const special = syntax.special?.exec(entry);
  if (special) { return readSpecial(entry, special.groups ?? {}, syntax); }
  const plain = PLAIN_ENTRY.exec(entry);
  return plain ? readPlain(plain.groups ?? {}, syntax) : { complaint: unreadable(syntax) };
}

function readSpecial(entry: string, { value, suffix = '', occurrence = '1' }: Groups, syntax: FieldSyntax): ReadEntry {
  if (value === undefined) { return { special: entry }; }
  const number = numberOf(value, syntax);
  const complaint = numberComplaint(number, syntax) ?? (/^0*[1-5]$/.test(occurrence) ? undefined : 'Write an occurrence of 1 to 5 after \'#\'.');
  return { special: `${number}${suffix.replace('/', '')}`, complaint };
}

function readPlain({ from, to, step }: Groups, syntax: FieldSyntax): ReadEntry {
  const first = from === undefined ? syntax.min : numberOf(from, syntax);
  const single = from !== undefined && step === undefined;
  const last = to === undefined ? (single ? first : syntax.max) : numberOf(to, syntax);
  const complaint = numberComplaint(first, syntax) ?? numberComplaint(last, syntax)
    ?? (Number(step) === 0 ? 'Write an increment of 1 or more.' : undefined);
  return complaint === undefined
    ? { values: span(syntax, first, last).filter((_, index) => index % Number(step ?? 1) === 0) }
    : { complaint };
}

function numberOf(word: string, syntax: FieldSyntax): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : syntax.names.get(word);
}

function numberComplaint(value: number | undefined, syntax: FieldSyntax): string | undefined {
  if (value === undefined) { return unreadable(syntax); }
  return value < syntax.min || value > syntax.max ? `Write ${rangeToWrite(syntax)}.` : undefined;
}

function unreadable(syntax: FieldSyntax): string {
  return `Write ${rangeLabel(syntax)}, with the wildcards ${syntax.wildcards} if needed.`;
}

/** From `first` to `last`. If `last` is less, the range continues at its start: the hours `22-2` are 22, 23, 0, 1, and 2. Years do not. */
function span({ min, max, startsAgain }: FieldSyntax, first = min, last = max): number[] {
  if (last < first && !startsAgain) { return []; }
  const size = max - min + 1;
  const length = (last - first + size) % size + 1;
  return Array.from({ length }, (_, index) => min + (first - min + index) % size);
}
