import type { Restricted } from './restricted-syntax';

/** The one file that cuts a message: it shows what `JSON.parse` reports, which has no other form. */
export const READS_MESSAGES = 'src/cli/input/json-document.ts';

const MESSAGE = ':matches(MemberExpression[property.name="message"], Identifier[name="message"])';
const READING = '/^(includes|indexOf|lastIndexOf|startsWith|endsWith|match|matchAll|search|replace|replaceAll|split|slice|substring|substr|charAt|at|trim|toLowerCase|toUpperCase|localeCompare)$/';

const REASON = 'A message can be reworded at any time: compare the class of an error, or the key of a problem';

/** Expressions that compare, search, or cut a message. */
export const ON_MESSAGES: Restricted = [
  `CallExpression > MemberExpression.callee[property.name=${READING}] > ${MESSAGE}.object`,
  `CallExpression[callee.property.name=/^(test|exec)$/] > ${MESSAGE}.arguments`,
  // Whether there is a message at all is not its text
  `BinaryExpression[operator=/^([!=]==?|[<>]=?)$/]:not(:has(> Identifier[name="undefined"])):has(> ${MESSAGE})`,
  'SwitchStatement > MemberExpression.discriminant[property.name="message"]',
].map((selector) => ({ selector, message: REASON }));
