import * as fc from 'fast-check';
import { type FieldName, FIELD_NAMES, FIELDS } from '../../src/schedule/fields';

/** The texts of the six fields. */
export type Texts = Record<FieldName, string>;

export function expressionOf(texts: Texts): string {
  return `cron(${FIELD_NAMES.map((name) => texts[name]).join(' ')})`;
}

const anyCase = (word: fc.Arbitrary<string>) => fc.tuple(word, fc.boolean()).map(([text, lower]) => lower ? text.toLowerCase() : text);

/** The value of a digit or name. */
export function numberOf(word: string, name: FieldName): number {
  return FIELDS[name].names.get(word.toUpperCase()) ?? Number(word);
}

function number(name: FieldName): fc.Arbitrary<string> {
  const { min, max, names } = FIELDS[name];
  // Years near the present, else nearly all expressions would lie in the past or far ahead
  const value = name === 'year' ? fc.integer({ min: 2010, max: 2045 }) : fc.integer({ min, max });
  const digits = fc.tuple(value, fc.boolean()).map(([digit, padded]) => padded ? `${digit}`.padStart(2, '0') : `${digit}`);
  const words = [...names.keys()];
  return words.length === 0 ? digits : fc.oneof(digits, anyCase(fc.constantFrom(...words)));
}

function entry(name: FieldName): fc.Arbitrary<string> {
  const value = number(name);
  const anyRange = fc.tuple(value, value).map(([from, to]) => `${from}-${to}`);
  const ascending = fc.tuple(value, value).map(([a, b]) => numberOf(a, name) <= numberOf(b, name) ? `${a}-${b}` : `${b}-${a}`);
  const range = fc.oneof({ arbitrary: ascending, weight: 9 }, anyRange);
  const step = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 7 }), weight: 9 }, fc.integer({ min: 8, max: 70 }));
  const steps = fc.tuple(fc.oneof(value, range, fc.constantFrom('*', '')), step).map(([from, every]) => `${from}/${every}`);
  return fc.oneof({ arbitrary: value, weight: 4 }, range, steps, fc.constant('*'));
}

function field(name: FieldName, special: fc.Arbitrary<string> = entry(name)): fc.Arbitrary<string> {
  const list = fc.array(fc.oneof({ arbitrary: entry(name), weight: 4 }, special), { minLength: 1, maxLength: 3 }).map((entries) => entries.join(','));
  const withComma = list.map((text) => `${text},`);
  return fc.oneof({ arbitrary: list, weight: 40 }, { arbitrary: fc.constant('*'), weight: 20 }, { arbitrary: withComma, weight: 1 });
}

const day = number('dayOfMonth');
const weekday = fc.oneof(fc.integer({ min: 1, max: 7 }).map(String), anyCase(fc.constantFrom('SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT')));

const dayOfMonth = field('dayOfMonth', anyCase(fc.oneof(
  fc.constantFrom('L', 'LW', 'L-3', 'L-30'),
  day.map((text) => `${text}W`),
  day.map((text) => `${text}/W`),
  day.map((text) => `${text}-L`),
)));
const occurrence = fc.tuple(weekday, fc.integer({ min: 1, max: 5 })).map(([text, nth]) => `${text}#${nth}`);
const dayOfWeek = fc.oneof({ arbitrary: field('dayOfWeek', anyCase(fc.oneof(fc.constant('L'), weekday.map((text) => `${text}L`)))), weight: 4 }, occurrence);

const monthAndYear = { minutes: field('minutes'), hours: field('hours'), month: field('month'), year: field('year') };

/** Days that some months and years do not have. */
const rareDays = fc.oneof(
  fc.record<Texts>({
    ...monthAndYear,
    dayOfMonth: fc.subarray(['29', '30', '31'], { minLength: 1 }).map(String),
    month: fc.subarray(['2', '4', 'JUN', 'SEP', '11'], { minLength: 1 }).map(String),
    dayOfWeek: fc.constant('?'),
  }),
  fc.record<Texts>({
    ...monthAndYear,
    dayOfMonth: fc.constant('?'),
    month: fc.constantFrom('2', '4', 'JUL'),
    dayOfWeek: weekday.map((text) => `${text}#5`),
    year: fc.oneof(number('year'), fc.constant('*')),
  }),
);

/** Expressions that AWS accepts, as far as is known. Some of them never run. */
export const readable: fc.Arbitrary<Texts> = fc.oneof(
  { arbitrary: fc.record<Texts>({ ...monthAndYear, dayOfMonth, dayOfWeek: fc.constant('?') }), weight: 2 },
  { arbitrary: fc.record<Texts>({ ...monthAndYear, dayOfMonth: fc.constant('?'), dayOfWeek }), weight: 2 },
  rareDays,
);

const GARBAGE = ['x', '1.5', '-1', '5-', '1--2', '1-2-3', '*-5', '*/', '5//2', '1/x', '/', '2#', '#', '#2', 'W', 'LL', '$', '1;2', 'MONDAY', '٣'];

const brokenField = fc.constantFrom(...FIELD_NAMES).chain((name) => fc.record({
  name: fc.constant(name),
  text: fc.oneof(
    fc.nat(1000).map((more) => `${FIELDS[name].max + 1 + more}`),
    FIELDS[name].min === 0 ? fc.constant('99') : fc.nat(FIELDS[name].min - 1).map(String),
    fc.constantFrom(...GARBAGE),
    number(name).map((text) => `${text}/0`),
    number(name).map((text) => `${text},,${text}`),
    number(name).map((text) => `${text},?`),
  ),
}));

/** Expressions with one mistake that AWS documents. */
export const broken: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(readable, brokenField).map(([texts, { name, text }]) => expressionOf({ ...texts, [name]: text })),
  readable.map((texts) => expressionOf({ ...texts, dayOfMonth: '?', dayOfWeek: '?' })),
  readable.map((texts) => expressionOf({ ...texts, dayOfMonth: '*', dayOfWeek: '*' })),
  fc.tuple(readable, fc.constantFrom('2#1,3#1', 'MON#1,5', 'SUN,2#2')).map(([texts, days]) => expressionOf({ ...texts, dayOfMonth: '?', dayOfWeek: days })),
  readable.map((texts) => expressionOf(texts).replace(/ \S+\)$/, ')')),
  readable.map((texts) => expressionOf(texts).replace(')', ' *)')),
  readable.map((texts) => expressionOf(texts).slice('cron('.length, -1)),
  fc.integer({ min: 1, max: 90 }).map((days) => `rate(${days} days)`),
);
