import { rmSync } from 'fs';

/** After `make`, once all tests have run; they may run again. */
export default function remove(): void {
  rmSync(process.env.TMPDIR!, { recursive: true, force: true });
  process.env.TMPDIR = process.env.FORMER_TMPDIR;
}
