import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** An app that names no folder is synthesized to a new one, thousands of times: all of them to one that `remove` takes away. */
export default function make(): void {
  process.env.FORMER_TMPDIR = tmpdir();
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'tests-'));
}
