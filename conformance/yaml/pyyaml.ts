import { spawnSync } from 'child_process';

/** A node as PyYAML reads it. `at` is the offset of its first character, which includes its tag and its anchor. */
export type PyNode =
  | { readonly kind: 'scalar'; readonly at: number; readonly tag?: string; readonly plain: boolean; readonly text: string }
  | { readonly kind: 'list'; readonly at: number; readonly tag?: string; readonly items: readonly PyNode[] }
  | { readonly kind: 'map'; readonly at: number; readonly tag?: string; readonly entries: readonly (readonly [PyNode, PyNode])[] };

/** A document as the two parsers of PyYAML read it. `null` if a parser rejects the document. */
export interface PyReading {
  readonly python: PyNode | null;
  readonly libyaml: PyNode | null;
}

const READ = `
import json, sys, yaml

class Refused(Exception):
    pass

def node(events, anchors):
    event = next(events)
    at = event.start_mark.index
    if isinstance(event, yaml.AliasEvent):
        if event.anchor not in anchors:
            raise Refused()
        return {**anchors[event.anchor], 'at': at}
    read = {'at': at} if event.tag is None else {'at': at, 'tag': event.tag}
    if isinstance(event, yaml.ScalarEvent):
        read.update(kind='scalar', plain=event.style is None or event.style == '', text=event.value)
    elif isinstance(event, yaml.SequenceStartEvent):
        read.update(kind='list', items=items(events, anchors, yaml.SequenceEndEvent))
    elif isinstance(event, yaml.MappingStartEvent):
        flat = items(events, anchors, yaml.MappingEndEvent)
        read.update(kind='map', entries=list(zip(flat[::2], flat[1::2])))
    if event.anchor is not None:
        anchors[event.anchor] = read
    return read

def items(events, anchors, end):
    found = []
    while not isinstance(events.peek(), end):
        found.append(node(events, anchors))
    next(events)
    return found

class Events:
    def __init__(self, iterator):
        self.iterator, self.held = iterator, None
    def __next__(self):
        if self.held is None:
            return next(self.iterator)
        held, self.held = self.held, None
        return held
    def peek(self):
        if self.held is None:
            self.held = next(self.iterator)
        return self.held

def document(text, loader):
    try:
        events = Events(yaml.parse(text, Loader=loader))
        next(events)
        if isinstance(events.peek(), yaml.StreamEndEvent):
            return None
        next(events)
        read = node(events, {})
        next(events)
        return read if isinstance(events.peek(), yaml.StreamEndEvent) else None
    except (yaml.YAMLError, Refused, RecursionError, ValueError):
        return None

for line in sys.stdin:
    text = json.loads(line)
    print(json.dumps({'python': document(text, yaml.BaseLoader), 'libyaml': document(text, yaml.CBaseLoader)}))
`;

/** @param python the interpreter of a virtual environment with PyYAML */
export function readByPyYaml(python: string, documents: readonly string[]): PyReading[] {
  const input = documents.map((text) => JSON.stringify(text)).join('\n');
  const { status, stdout, stderr } = spawnSync(python, ['-c', READ], { input, encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 });
  if (status !== 0) { throw new Error(`'${python}' cannot read the documents: ${stderr}`); }
  return stdout.trim().split('\n').map((line) => JSON.parse(line) as PyReading);
}
