import type { PyNode } from './pyyaml';
import type { PositionNode } from '../../src/cli/input/position';

/** Whether the offset is that of the content, after the tag, the anchor, and comments. */
function isContent(text: string, at: number, offset: number): boolean {
  return offset >= at && /^(?:[&!]\S*(?:\s+(?:#[^\n]*(?:\n|$)\s*)*|$))*$/.test(text.slice(at, offset));
}

/** Whether CloudFormation could read the node: keys are strings, only maps without functions are merged, and tags are short forms or YAML tags. */
export function isComparable(node: PyNode): boolean {
  if (node.tag !== undefined && !/^(?:!\w+|tag:yaml\.org,2002:(?:str|int|float|bool|null|seq|map))$/.test(node.tag)) { return false; }
  switch (node.kind) {
    case 'scalar': return true;
    case 'list': return node.items.every(isComparable);
    case 'map': return node.entries.every(([key, value]) => key.kind === 'scalar' && isComparable(key) && isComparable(value) && (!isMerge(key) || isMergeable(value)));
  }
}

function isMerge(key: PyNode): boolean {
  return key.kind === 'scalar' && key.plain && key.text === '<<';
}

function isMergeable(value: PyNode): boolean {
  return value.tag === undefined && (value.kind === 'list' ? value.items : [value]).every(({ kind, tag }) => kind === 'map' && tag === undefined);
}

/** The first difference between our reader and PyYAML, or `undefined`. Does not use our reader for short forms, merges, and plain scalars. */
export function difference(text: string, expected: PyNode, value: unknown, node: PositionNode | undefined, path = '$', at = expected.at): string | undefined {
  if (!isEmpty(expected) && !(node && isContent(text, at, node.offset))) { return `${path}: at ${node?.offset} instead of ${at}`; }
  const tag = expected.tag?.startsWith('!') && expected.tag.length > 1 ? expected.tag.slice(1) : undefined;
  if (tag === undefined) { return contentDifference(text, expected, value, node, path); }
  const name = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
  const inner = fieldsOf(value);
  if (inner.size !== 1 || !inner.has(name)) { return `${path}: ${JSON.stringify(value)} instead of ${name}`; }
  const argument = inner.get(name);
  const dot = expected.kind === 'scalar' && tag === 'GetAtt' ? expected.text.indexOf('.') : -1;
  return dot > 0 && expected.kind === 'scalar'
    ? same([expected.text.slice(0, dot), expected.text.slice(dot + 1)], argument, path)
    : contentDifference(text, expected.kind === 'scalar' ? { ...expected, plain: false } : expected, argument, node?.child(name), path);
}

function contentDifference(text: string, expected: PyNode, value: unknown, node: PositionNode | undefined, path: string): string | undefined {
  if (expected.kind === 'scalar') { return scalarDifference(expected, value, path); }
  if (expected.kind === 'list') {
    if (!Array.isArray(value) || value.length !== expected.items.length) { return `${path}: ${JSON.stringify(value)} instead of a list of ${expected.items.length}`; }
    return first(expected.items, (item, index) => difference(text, item, value[index], node?.child(String(index)), `${path}[${index}]`));
  }
  const entries = merged(expected);
  if (entries === undefined) { return undefined; }
  const fields = fieldsOf(value);
  const missing = same([...entries.keys()].sort(), [...fields.keys()].sort(), path);
  return missing ?? first([...entries], ([name, entry]) => difference(text, entry.value, fields.get(name), node?.child(name), `${path}.${name}`, entry.at));
}

/** Follows the rules of YAML's merge type. `undefined` if a key is not a string, which CloudFormation rejects. */
function merged({ entries }: Extract<PyNode, { kind: 'map' }>): Map<string, { readonly value: PyNode; readonly at: number }> | undefined {
  const own = new Map<string, { readonly value: PyNode; readonly at: number }>();
  const inherited = new Map<string, { readonly value: PyNode; readonly at: number }>();
  for (const [key, value] of entries) {
    if (key.kind !== 'scalar') { return undefined; }
    if (!isMerge(key)) { own.set(key.text, { value, at: key.at }); continue; }
    for (const source of value.kind === 'list' ? value.items : [value]) {
      if (source.kind !== 'map') { return undefined; }
      const fields = merged(source);
      if (fields === undefined) { return undefined; }
      for (const [name, field] of fields) { if (!inherited.has(name)) { inherited.set(name, field); } }
    }
  }
  return new Map([...inherited, ...own]);
}

/** CloudFormation can read a plain scalar as another kind, but with the same text. */
function scalarDifference({ text, plain }: Extract<PyNode, { kind: 'scalar' }>, value: unknown, path: string): string | undefined {
  if (value === text) { return undefined; }
  const isSame = plain && (value === null ? ['', '~', 'null', 'Null', 'NULL'].includes(text)
    : typeof value === 'boolean' ? (value ? /^(?:true|yes|on)$/i : /^(?:false|no|off)$/i).test(text)
      : typeof value === 'number' && Number(text) === value && !/^[-+]?0\d/.test(text));
  return isSame ? undefined : `${path}: ${JSON.stringify(value)} instead of ${JSON.stringify(text)}`;
}

function isEmpty(node: PyNode): boolean {
  return node.kind === 'scalar' && node.plain && node.text === '';
}

function fieldsOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
}

function same(expected: readonly string[], got: unknown, path: string): string | undefined {
  return JSON.stringify(expected) === JSON.stringify(got) ? undefined : `${path}: ${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`;
}

function first<T>(items: readonly T[], find: (item: T, index: number) => string | undefined): string | undefined {
  for (let index = 0; index < items.length; index++) {
    const found = find(items[index], index);
    if (found !== undefined) { return found; }
  }
  return undefined;
}
