/** Characters that a terminal does not print, line ends, and those that change the direction of the text around them. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The beginning of a line that GitHub Actions or Azure Pipelines reads as a command. */
const COMMAND = /^(?=::|##)/;

/** A text of a template or a file name in one line that is safe to show: on a terminal, and in the log of a pipeline. */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).replace(COMMAND, '\\');
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
