import type { Frame, Located } from './frame';
import { isTemplateObject } from './json';
import { type Value, UNKNOWN } from '../../values/unknown';
import { type Part, Text } from '../text/text';

const OPENING = '{{resolve:';
const CLOSING = '}}';
const DYNAMIC_REFERENCE = /\{\{resolve:[^}]*\}\}/;
/** Far longer than any ARN or policy, because strings that contain each other could double without end. */
const LONGEST = 200_000;
const MOST_PARTS = 2_000;

/** A string of a template: CloudFormation replaces `{{resolve:…}}` when it deploys. */
export function stringOrText(raw: string): string | Text {
  if (!raw.includes(OPENING)) { return raw; }
  return Text.of(...raw.split(DYNAMIC_REFERENCE).flatMap((literal, index) => (index === 0 ? [literal] : [UNKNOWN, literal] as const)));
}

/** A resolved value as CloudFormation converts it to a string. */
export function textOfResolved(raw: unknown): Value<Text> {
  if (raw === undefined || raw instanceof Text) { return raw; }
  if (typeof raw === 'string') { return Text.of(raw); }
  return typeof raw === 'number' || typeof raw === 'boolean' ? Text.of(String(raw)) : UNKNOWN;
}

/**
 * A value that one part of a template passes to another: a scalar or a list of scalars, resolved immediately. A list that is resolved later
 * could contain itself.
 */
export function flat({ scope, raw, path, of }: Located, frame: Frame): Located {
  if (!Array.isArray(raw)) { return { scope, raw: isTemplateObject(raw) ? UNKNOWN : raw, path, of }; }
  const within = frame.within(scope);
  return { scope, raw: raw.map((item) => { const text = within.text(item); return text instanceof Text ? simplest(text) : text; }), path };
}

/** The string, if it is known. */
export function literalOf(text: Value<Text>): Value<string> {
  return text instanceof Text ? text.literal ?? UNKNOWN : text;
}

/** A string if all of it is literal, so that most values need no `Text`. */
export function simplest(text: Text): string | Text | typeof UNKNOWN {
  if (text.parts.length > MOST_PARTS || text.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0) > LONGEST) {
    return UNKNOWN;
  }
  return text.literal === undefined ? withoutDynamicReferences(text) : stringOrText(text.literal);
}

/** A dynamic reference can contain values that only a deployment knows, such as the Region. A reference without an end extends to the end of the string. */
function withoutDynamicReferences(text: Text): Text {
  if (!text.parts.some((part) => typeof part === 'string' && part.includes(OPENING))) { return text; }
  let within = false;
  return Text.of(...text.parts.flatMap((part): Part[] => {
    if (typeof part !== 'string') { return within ? [] : [part]; }
    const parts: Part[] = [];
    for (let rest = part; rest !== '';) {
      const mark = within ? CLOSING : OPENING;
      const at = rest.indexOf(mark);
      if (!within) { parts.push(at < 0 ? rest : rest.slice(0, at)); }
      if (at < 0) { break; }
      if (!within) { parts.push(UNKNOWN); }
      within = !within;
      rest = rest.slice(at + mark.length);
    }
    return parts;
  }));
}
