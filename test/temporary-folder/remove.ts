import { rmSync } from 'fs';

/** Runs after all tests. The tests can run again. */
export default function remove(): void {
  rmSync(process.env.TMPDIR!, { recursive: true, force: true });
  process.env.TMPDIR = process.env.FORMER_TMPDIR;
}
