import type { Frame, Intrinsic, Located } from './frame';
import { isTemplateObject, templateObject, own } from './json';
import { getAtt, ref } from './references';
import { flat, literalOf, simplest } from './scalars';
import { splitText } from './split';
import { UNKNOWN, isKnown } from '../../values/unknown';
import { type Part, Text } from '../text/text';

/** CloudFormation accepts templates of at most 1 MiB. */
const MOST_CHARACTERS = 1024 * 1024;

/** Names, delimiters, and values. */
const MOST_PARTS = 50_000;

const VARIABLE = /\$\{(!?)([^}]*)\}/;

export const stringFunctions: Readonly<Record<string, Intrinsic>> = {
  'Fn::Join': (argument, frame) => {
    if (!Array.isArray(argument)) { return frame.result(UNKNOWN); }
    const delimiter = frame.text(argument[0]);
    const list = frame.resolve(argument[1]);
    if (!isKnown(delimiter) || !Array.isArray(list.raw)) { return frame.result(UNKNOWN); }
    const within = frame.within(list.scope);
    const items = list.raw.map((item) => within.text(item)).filter((item) => item !== undefined);
    return frame.result(joined(items.flatMap<Part | Text>((item, index) => (index === 0 ? [item] : [delimiter, item]))));
  },
  'Fn::Sub': (argument, frame) => {
    const [template, variables] = Array.isArray(argument) ? argument as unknown[] : [argument, {}];
    if (typeof template !== 'string' || !isTemplateObject(variables ?? {})) { return frame.result(UNKNOWN); }
    const values = new Map<string, Part | Text>();
    const pieces = template.split(VARIABLE); // literal, mark, name, literal, mark, name, …
    const parts = pieces.flatMap<Part | Text>((piece, index) => {
      if (index % 3 === 0) { return [piece]; }
      if (index % 3 === 1) { return []; }
      if (pieces[index - 1] === '!') { return [`\${${piece}}`]; }
      if (!values.has(piece)) { values.set(piece, variable(piece, templateObject(variables), frame)); }
      return [values.get(piece)!];
    });
    return frame.result(joined(parts));
  },
  'Fn::ToJsonString': (argument, frame) => {
    const json = wholeJson(frame.resolve(argument), frame);
    return frame.result(json === UNKNOWN || typeof json !== 'object' ? UNKNOWN : simplest(Text.of(JSON.stringify(json))));
  },
  'Fn::Split': (argument, frame) => {
    const [delimiter, source] = (Array.isArray(argument) ? argument as unknown[] : []).map((each) => frame.text(each));
    return frame.result(isKnown(delimiter) && isKnown(source) && delimiter.literal ? splitText(source, delimiter.literal) : UNKNOWN);
  },
  'Fn::Select': (argument, frame) => {
    if (!Array.isArray(argument)) { return frame.result(UNKNOWN); }
    const index = literalOf(frame.text(argument[0]));
    const list = frame.resolve(argument[1]);
    if (!isKnown(index) || !Array.isArray(list.raw)) { return frame.result(UNKNOWN); }
    return selected(list.raw, index, frame.within(list.scope));
  },
  'Fn::Length': (argument, frame) => {
    const { raw } = frame.resolve(argument);
    return frame.result(Array.isArray(raw) ? raw.length : UNKNOWN);
  },
  'Fn::FindInMap': (argument, frame) => {
    const names = (Array.isArray(argument) ? argument.slice(0, 3) as unknown[] : []).map((each) => literalOf(frame.text(each)));
    if (names.length !== 3 || !names.every(isKnown)) { return frame.result(UNKNOWN); }
    const value = names.reduce<unknown>((holder, name) => own(templateObject(holder), name), frame.scope.mappings);
    if (value !== undefined) { // mappings hold no functions
      return [value].flat().some((each) => typeof each === 'object') ? frame.result(UNKNOWN) : flat(frame.resolve(value), frame);
    }
    const fallback = templateObject((argument as unknown[])[3]);
    return Object.hasOwn(fallback, 'DefaultValue') ? frame.resolve(fallback.DefaultValue) : frame.result(UNKNOWN);
  },
};

/** Unknown if the text is much longer than a template can be. */
function joined(parts: readonly (Part | Text)[]): unknown {
  if (parts.length > MOST_PARTS) { return UNKNOWN; }
  let length = 0;
  for (const part of parts) {
    length += typeof part === 'string' ? part.length : part instanceof Text ? (part.literal ?? part.encoded).length : 1;
    if (length > MOST_CHARACTERS) { return UNKNOWN; }
  }
  return simplest(Text.of(...parts));
}

/** A value with everything in it, or `UNKNOWN` if a part is unknown. */
function wholeJson({ scope, raw }: Located, frame: Frame): unknown {
  if (raw instanceof Text) { return UNKNOWN; }
  if (typeof raw !== 'object' || raw === null) { return raw; }
  const within = frame.within(scope).deeper;
  if (!within) { return UNKNOWN; }
  const entries = Object.entries(raw).map(([name, inner]) => [name, wholeJson(within.resolve(inner), within)] as const)
    .filter(([, inner]) => inner !== undefined);
  if (entries.some(([, inner]) => inner === UNKNOWN)) { return UNKNOWN; }
  return Array.isArray(raw) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function variable(name: string, variables: Readonly<Record<string, unknown>>, frame: Frame): Part | Text {
  if (Object.hasOwn(variables, name)) { return frame.text(variables[name]) ?? UNKNOWN; }
  const value: Located = name.includes('.') ? getAtt(name, frame) : ref(name, frame);
  return frame.text(value.raw) ?? UNKNOWN;
}

function selected(list: readonly unknown[], index: string, frame: Frame): Located {
  return /^\d+$/.test(index) && Number(index) < list.length ? frame.resolve(list[Number(index)]) : frame.result(UNKNOWN);
}
