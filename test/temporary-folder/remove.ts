import { rmSync } from 'fs';

/** After `make`, once all tests have run. */
export default function remove(): void {
  rmSync(process.env.TMPDIR!, { recursive: true, force: true });
}
