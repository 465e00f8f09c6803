import { isPiece } from '../../values/fragments';
import { UNKNOWN } from '../../values/unknown';
import { type Part, Text } from '../text/text';

/** `UNKNOWN` if a part of the text might contain the delimiter. */
export function splitText(text: Text, delimiter: string): (string | Text)[] | typeof UNKNOWN {
  if (!text.parts.every((part) => typeof part === 'string' || isPiece(part))) { return UNKNOWN; }
  const items: Part[][] = [[]];
  for (const part of text.parts) {
    const [first, ...others]: Part[] = typeof part === 'string' ? part.split(delimiter) : [part];
    items[items.length - 1].push(first);
    for (const other of others) { items.push([other]); }
  }
  return items.map((parts) => Text.of(...parts)).map((item) => item.literal ?? item);
}
