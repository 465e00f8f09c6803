import { type Part, Fragments } from '../../values/fragments';
import { UNKNOWN } from '../../values/unknown';

export type { Part, Reference } from '../../values/fragments';

/** A string of literals, references, and unknown parts, in order. No two literals and no two unknown parts are adjacent. */
export class Text extends Fragments {
  public static of(...parts: readonly (Part | Text)[]): Text {
    const merged: Part[] = [];
    for (const part of parts) {
      if (part instanceof Text) { part.parts.forEach((inner) => append(inner, merged)); } else { append(part, merged); }
    }
    return new Text(merged);
  }

  private constructor(public readonly parts: readonly Part[]) {
    super();
  }

  /** The string, if all of it is literal. */
  public get literal(): string | undefined {
    if (this.parts.length === 0) { return ''; }
    return this.parts.length === 1 && typeof this.parts[0] === 'string' ? this.parts[0] : undefined;
  }

  /** Equal for equal texts. Undefined if a part is unknown, so that nothing is equal to it. */
  public get key(): string | undefined {
    return this.parts.includes(UNKNOWN) ? undefined : this.encoded;
  }

  /** A string in which no reference can equal a literal, and each unknown part is one character. */
  public get encoded(): string {
    return this.literal ?? this.parts.map((part) => (typeof part === 'string' ? part : encode(part === UNKNOWN ? '' : part.key))).join('');
  }
}

function append(part: Part, merged: Part[]): void {
  const end = merged.length - 1;
  const last = merged[end];
  if (typeof part === 'string' && typeof last === 'string') {
    merged[end] = last + part;
  } else if (part !== '' && !(part === UNKNOWN && last === UNKNOWN)) {
    merged.push(part);
  }
}

/** Stands for an unknown part. */
export const UNKNOWN_CHARACTER = '\uFFFF';

/** Encodes a key with characters that templates do not use. */
function encode(key: string): string {
  return key === '' ? UNKNOWN_CHARACTER : `\uF8FE${key.replace(/[^]/g, (character) => String.fromCharCode(0xE000 + (character.charCodeAt(0) % 0x1800)))}\uF8FF`;
}
