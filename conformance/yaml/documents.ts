import * as fc from 'fast-check';

/** A node and its notation. */
interface Written {
  readonly tag: string;
  readonly anchor: string;
  readonly comment: boolean;
  readonly content: Scalar | List | Dictionary;
}

interface Scalar {
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'alias';
  readonly words: readonly string[];
  /** The column of each further line of a quoted scalar. */
  readonly columns: readonly number[];
}

interface List {
  readonly flow: boolean;
  readonly items: readonly Written[];
  readonly columns: readonly number[];
}

interface Dictionary {
  readonly flow: boolean;
  readonly entries: readonly (readonly [string, Written])[];
  readonly columns: readonly number[];
}

const WORDS = [
  'a', 'Ref', 'yes', 'Off', 'true', 'null', '~', '012', '012345678901', '1_000', '0x1F', '0o7', '1.10', '-7', '+1', '1e3', '.5', '2012-10-17', '5:30', '${A}', 'x-y',
  'arn:aws:s3:::b', 'é', 'a#b', '*', '@x', '100%', 'it\'s', '"q"', '{}', 'a,b', '=', '<<',
];
const KEYS = ['Type', 'Properties', 'Key', 'Value', 'on', '010', 'a b', '"quoted"', '\'single\'', 'Fn::Sub', '<<', '__proto__', 'Key'];
const TAGS = ['', '', '', '', '', '!Ref ', '!Sub ', '!GetAtt ', '!Join ', '!If ', '!!str '];
const ANCHORS = ['', '', '', '', '', '&a ', '&b '];

const columns = fc.array(fc.nat(12), { minLength: 1, maxLength: 4 });
const scalar: fc.Arbitrary<Scalar> = fc.record({
  style: fc.constantFrom('plain', 'plain', 'plain', 'single', 'double', 'literal', 'folded', 'alias'),
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
  columns,
});

const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.record({
    tag: fc.constantFrom(...TAGS),
    anchor: fc.constantFrom(...ANCHORS),
    comment: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    content: fc.oneof({ maxDepth: 4, depthSize: 'small' },
      scalar,
      fc.record({ flow: fc.boolean(), items: fc.array(tie('written'), { maxLength: 4 }), columns }),
      fc.record({ flow: fc.boolean(), entries: fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('written')), { maxLength: 4 }), columns }),
    ),
  }),
}));

/** Changes that a typing mistake or another tool makes to a document. */
const EDITS = [
  '', '', ' ', '  ', '\n', ':', ': ', '-', '- ', ',', '[', ']', '{', '}', '\'', '"', '#', ' #', '&a ', '*a', '!Ref ', '|', '>', '\t', '? ', '\r\n', '---\n', '...\n', '%', '<<: ', '\\',
];
const edits = fc.array(fc.record({ at: fc.nat(1_000_000), removed: fc.nat(3), text: fc.constantFrom(...EDITS) }), { maxLength: 3 });

/** Documents as people write them. Half of them are changed in a few places. */
export function sampleDocuments(count: number, seed: number): string[] {
  const document = fc.tuple(written, fc.option(edits, { nil: [] })).map(([root, changes]) => changes.reduce(changed, `${render(root, 0, false)}\n`));
  return fc.sample(document, { numRuns: count, seed });
}

function changed(text: string, { at, removed, text: inserted }: { at: number; removed: number; text: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

function render({ tag, anchor, comment, content }: Written, indent: number, inFlow: boolean): string {
  if ('style' in content && content.style === 'alias') { return '*a'; }
  const after = comment && !inFlow ? ' # comment' : '';
  return `${tag}${anchor}${'style' in content ? renderScalar(content, indent, inFlow, after) : renderCollection(content, indent, inFlow, after)}`;
}

function renderScalar({ style, words, columns: at }: Scalar, indent: number, inFlow: boolean, after: string): string {
  const pad = (index: number) => ' '.repeat(at[index % at.length]);
  switch (style) {
    case 'single': return `'${words.map((word) => word.replaceAll('\'', '\'\'')).reduce((text, word, index) => `${text}\n${pad(index)}${word}`, '')}'${after}`;
    case 'double': return `"${words.map((word) => word.replaceAll('"', '\\"')).reduce((text, word, index) => `${text}${index % 2 ? ' ' : `\n${pad(index)}`}${word}`, '\\t')}"${after}`;
    case 'literal':
    case 'folded': return inFlow ? '""' : [style === 'literal' ? '|' : '>-', ...words].join(`\n${' '.repeat(indent + 2)}`);
    default: return `${words.join(inFlow ? ' ' : `\n${' '.repeat(indent + 2)}`)}${after}`;
  }
}

function renderCollection(content: List | Dictionary, indent: number, inFlow: boolean, after: string): string {
  const parts = 'items' in content
    ? content.items.map((item) => ['', item] as const)
    : content.entries;
  if (inFlow || content.flow || parts.length === 0) {
    const [open, close] = 'items' in content ? '[]' : '{}';
    const separator = (index: number) => index % 2 ? ' ' : `\n${' '.repeat(content.columns[index % content.columns.length])}`;
    return `${open}${parts.map(([key, item], index) => `${separator(index)}${key === '' ? '' : `${key}: `}${render(item, indent, true)}`).join(',')}${separator(parts.length)}${close}${after}`;
  }
  const line = `${after}\n${' '.repeat(indent)}`;
  const gap = (index: number, { content: value }: Written) => content.columns[index % content.columns.length] === 0 && isInAnyColumn(value) ? line : ' ';
  return line + parts.map(([key, item], index) => `${key === '' ? '- ' : `${key}:${gap(index, item)}`}${render(item, indent + 2, false)}`).join(`\n${' '.repeat(indent)}`);
}

function isInAnyColumn(content: Written['content']): boolean {
  return 'style' in content ? content.style === 'single' || content.style === 'double' : content.flow;
}
