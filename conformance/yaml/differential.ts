import { difference, isComparable } from './difference';
import { sampleDocuments } from './documents';
import { readByPyYaml } from './pyyaml';
import { yamlDocument } from '../../src/cli/input/yaml-document';
import { InputError } from '../../src/cli/input-error';
import type { Programs } from '../programs';
import type { Report } from '../report';

const DOCUMENTS = 20_000;
const SEED = 20261128;

/** Differences between YAML 1.2, which the parser implements, and YAML 1.1. No known template needs them. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  'an anchor with a sign after it': /&[\w-]+[^\s\w-]/,
  'a hyphen before a bracket': /-[\]}]/,
  'an explicit key in brackets': /\?\s/,
  'a carriage return without a line feed': /\r(?!\n)/,
  'a block scalar that begins on its own line': /\n *[|>]/,
};

/** A document that both parsers of PyYAML read alike must be read alike here. Other documents can be read or rejected. */
export function compareWithPyYaml(report: Report, programs: Programs): void {
  const documents = sampleDocuments(DOCUMENTS, SEED);
  const readings = readByPyYaml(programs.path('python'), documents);
  const differences: string[] = [];
  const known = new Map(Object.keys(KNOWN).map((reason) => [reason, 0]));
  let read = 0;
  documents.forEach((text, index) => {
    const { python, libyaml } = readings[index];
    if (python === null || !isComparable(python) || JSON.stringify(python) !== JSON.stringify(libyaml)) { return; }
    read++;
    const found = differenceOf(text, python);
    if (found === undefined) { return; }
    const reason = Object.keys(KNOWN).find((each) => KNOWN[each].test(text));
    if (reason === undefined) { differences.push(`${JSON.stringify(text)}: ${found}`); } else { known.set(reason, known.get(reason)! + 1); }
  });
  report.note(`Read differently for a known reason: ${[...known].map(([reason, times]) => `${reason} ${times}`).join(', ')}`);
  const unseen = [...known].filter(([, times]) => times === 0).map(([reason]) => `'${reason}' is a known reason, but no document has this difference`);
  differences.push(...unseen);
  report.sampled(`Templates in YAML that both parsers of PyYAML read, of ${documents.length} documents`, read, differences);
}

function differenceOf(text: string, expected: Parameters<typeof difference>[1]): string | undefined {
  try {
    const { value, positions } = yamlDocument(text, 'a.yaml');
    return difference(text, expected, value, positions().root);
  } catch (error) {
    if (!(error instanceof InputError)) { throw error; }
    return error.message;
  }
}
