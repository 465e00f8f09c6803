/** A fenced block of code. */
export interface CodeBlock {
  /** The text after the fence, such as `ts fixture=imports`. */
  readonly info: string;
  readonly code: string;
  /** The line of the opening fence, counted from 1. */
  readonly line: number;
}

export interface Link {
  readonly target: string;
  /** Counted from 1. */
  readonly line: number;
}

interface Line {
  readonly text: string;
  readonly number: number;
}

const FENCE = /^ *```(.*)$/;
const LINK = /\[(?:[^[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)/g;
const CODE_SPAN = /(`+)[^`].*?\1/g;
const HEADING = /^#{1,6} +(.*)$/;

export function codeBlocksOf(markdown: string): CodeBlock[] {
  const lines = markdown.split('\n');
  const fences = lines.flatMap((text, index) => FENCE.test(text) ? [index] : []);
  return fences.filter((_, index) => index % 2 === 0).map((begin, index) => ({
    info: FENCE.exec(lines[begin])![1].trim(),
    code: lines.slice(begin + 1, fences[index * 2 + 1]).map((text) => `${text}\n`).join(''),
    line: begin + 1,
  }));
}

export function linksOf(markdown: string): Link[] {
  return proseOf(markdown).flatMap(({ text, number }) =>
    [...text.replace(CODE_SPAN, (span) => 'x'.repeat(span.length)).matchAll(LINK)].map(([, target]) => ({ target, line: number })));
}

/** The anchors that GitHub creates for the headings. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(proseOf(markdown).flatMap(({ text }) => {
    const [, heading] = HEADING.exec(text) ?? [];
    if (heading === undefined) { return []; }
    const anchor = heading.replace(/\]\([^)]*\)/g, '').toLowerCase().replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').trim().replace(/ /g, '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return [before === 0 ? anchor : `${anchor}-${before}`];
  }));
}

/** The lines outside code blocks. */
function proseOf(markdown: string): Line[] {
  let inCode = false;
  return markdown.split('\n').flatMap((text, index) => {
    if (FENCE.test(text)) { inCode = !inCode; return []; }
    return inCode ? [] : [{ text, number: index + 1 }];
  });
}
