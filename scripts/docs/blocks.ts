/**
 * A code block that is copied from a source: `<!-- example: <path> [<region>] -->` or `<!-- message: <name> -->`, with the block on the next line.
 */
const MARKED = /^<!-- (example|message): ([^\s>]+)(?: ([^\s>]+))? -->\n```(\w*)\n[^]*?^```$/gm;

export interface Sources {
  /** The text of a file. */
  read(path: string): string;
  /** The message of the library about a mistake. */
  message(name: string): string;
}

/** A page in which every marked block equals its source. */
export function withBlocks(markdown: string, sources: Sources): string {
  return markdown.replace(MARKED, (_, kind: string, name: string, region: string | undefined, language: string) => {
    const code = kind === 'message' ? wrapped(sources.message(name)) : region === undefined ? sources.read(name) : regionOf(sources.read(name), region, name);
    return `<!-- ${[`${kind}:`, name, ...region === undefined ? [] : [region]].join(' ')} -->\n\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
  });
}

/** The lines between the comments `region: <name>` and `end: <name>` of a program, without indentation. */
function regionOf(text: string, region: string, file: string): string {
  const lines = text.split('\n');
  const [begin, end] = ['region', 'end'].map((word) => lines.findIndex((line) => line.trim().replace(/^(?:\/\/|#) ?/, '') === `${word}: ${region}`));
  if (begin < 0 || end < begin) { throw new Error(`'${file}' must have the comments 'region: ${region}' and 'end: ${region}'`); }
  const found = lines.slice(begin + 1, end);
  const indents = found.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)![0].length);
  return found.map((line) => line.slice(Math.min(...indents))).join('\n');
}

const WIDTH = 120;

/** Wraps long sentences to lines that a page shows without scrolling. */
function wrapped(text: string): string {
  return text.split('\n').map((line) => {
    const lines = [''];
    const indent = /^ *(?:- )?/.exec(line)![0].replace(/-/g, ' ');
    for (const word of line.trimEnd().split(/(?<=\S) /)) {
      const last = lines[lines.length - 1];
      if (last !== '' && last.length + 1 + word.length > WIDTH) { lines.push(indent + word); } else { lines[lines.length - 1] = last === '' ? word : `${last} ${word}`; }
    }
    return lines.join('\n');
  }).join('\n');
}
