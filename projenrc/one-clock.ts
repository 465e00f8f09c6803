import type { Restricted } from './restricted-syntax';

/** The only file that can read a clock. Other files receive the date as an argument. */
export const CLOCK = 'src/values/now.ts';

const TODAY = 'Synthesized output must not depend on today\'s date: pass the date as an argument';
const ELAPSED = 'Synthesized output must not depend on elapsed time: do not measure it';
const LOCAL = 'Synthesized output must not depend on the time zone of this machine: use the method for UTC';

const NOW = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'NewExpression[callee.name="Date"] > SpreadElement',
  'MemberExpression[object.name="Date"]:matches([property.name="now"], [property.value="now"])',
];

/** Expressions that read a clock. */
export const ON_CLOCKS: Restricted = [
  ...NOW.map((selector) => ({ selector, message: TODAY })),
  // As a function, under another name, or passed to Reflect.construct
  { selector: ':not(NewExpression, MemberExpression, BinaryExpression, TSTypeReference, Property) > Identifier[name="Date"]', message: TODAY },
  { selector: 'MemberExpression[object.name=/^(globalThis|global)$/]:matches([property.name="Date"], [property.value="Date"])', message: TODAY },
  { selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]', message: TODAY },
  { selector: 'Identifier[name=/^(performance|hrtime|uptime)$/]', message: ELAPSED },
  { selector: 'NewExpression[callee.name="Date"][arguments.length>1]', message: LOCAL },
  { selector: 'CallExpression > MemberExpression.callee[property.name=/^([gs]et(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)|toLocale(Date|Time)String|to(Date|Time)String)$/]', message: LOCAL },
];

const UNSEEDED = 'CallExpression[callee.object.name="fc"][callee.property.name=/^(assert|sample)$/]'
  + ':not(:has(ObjectExpression.arguments > :matches(Property[key.name="seed"], SpreadElement)))';

/** In tests, where a property test must have a seed as well. */
export const ON_CLOCKS_IN_TESTS: Restricted = [
  ...NOW.map((selector) => ({ selector, message: 'A test must not depend on the day: write a date' })),
  { selector: UNSEEDED, message: 'A test must not depend on the day: give the property a seed' },
];
