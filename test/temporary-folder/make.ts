import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Apps without a folder are synthesized to new temporary folders. This puts them all into one, which `remove` deletes. */
export default function make(): void {
  process.env.FORMER_TMPDIR = tmpdir();
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'tests-'));
}
