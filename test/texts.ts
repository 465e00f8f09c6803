import { readFileSync } from 'fs';
import * as ts from 'typescript';

/** A piece of prose and where it is. */
export interface Text {
  readonly line: number;
  readonly text: string;
}

/** What a person reads in a file: the comments and string literals of TypeScript, and Markdown without its code. */
export function textsOf(path: string): Text[] {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.md') ? paragraphsOf(text) : path.endsWith('.ts') ? [...commentsOf(path, text), ...stringsOf(path, text)] : [{ line: 1, text: prose(text) }];
}

function paragraphsOf(markdown: string): Text[] {
  const lines = markdown.replace(/^( *)```[^]*?^\1```/gm, (block) => block.replace(/[^\n]/g, '')).split('\n');
  const texts: Text[] = [];
  let start: number | undefined;
  lines.forEach((line, index) => {
    const isOnItsOwn = /^\s*(\||[-*] |\d+\. |#|<)/.test(line);
    if (line.trim() === '') { start = undefined; return; }
    if (start === undefined || isOnItsOwn) {
      start = index;
      texts.push({ line: index + 1, text: line });
    } else {
      texts.push({ line: index + 1, text: `${texts.pop()!.text} ${line}` });
    }
  });
  return texts.map(({ line, text }) => ({ line, text: prose(text) }));
}

function commentsOf(path: string, text: string): Text[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Map<number, Text>();
  const visit = (node: ts.Node) => {
    for (const { pos, end } of [...ts.getLeadingCommentRanges(text, node.pos) ?? [], ...ts.getTrailingCommentRanges(text, node.end) ?? []]) {
      found.set(pos, { line: source.getLineAndCharacterOfPosition(pos).line + 1, text: prose(text.slice(pos, end).replace(/^\s*\*/gm, '')) });
    }
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...found.values()];
}

function stringsOf(path: string, text: string): Text[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, text: prose(node.text) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Without code, addresses, and line breaks. */
function prose(text: string): string {
  return text.replace(/`[^`\n]*`/g, '`…`').replace(/https?:\/\/\S+/g, '').replace(/\s+/g, ' ');
}
