import { readFileSync } from 'fs';
import { basename } from 'path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';

/**
 * The place of a line of a workflow, by names that stay the same when steps are added before it: `release.yml: release_npm/update_npm`.
 *
 * @param line from 1
 */
export function locationOf(path: string, line: number): string {
  const lines = new LineCounter();
  const { contents } = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const has = (node: unknown) => {
    const [start, , end] = (node as Node).range!;
    return lines.linePos(start).line <= line && line <= lines.linePos(end - 1).line;
  };
  const entryIn = (node: unknown) => isMap(node) ? node.items.find(({ key, value }: Pair) => has(key) || value && has(value)) : undefined;

  const section = entryIn(contents);
  const job = textOf(section?.key) === 'jobs' ? entryIn(section?.value) : undefined;
  const steps = isMap(job?.value) ? job.value.get('steps') : undefined;
  const step = isSeq(steps) ? steps.items.find(has) : undefined;
  const names = job ? [job.key, ...(isMap(step) ? [step.get('id', true) ?? step.get('uses', true)] : [])] : [section?.key];
  return `${basename(path)}: ${names.map(textOf).join('/')}`;
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value).replace(/@.*/, '') : ''; // without the commit of an action
}
