import { createHash } from 'crypto';
import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { SNAPSHOTS } from '../../scripts/snapshots';
import { assemble } from '../../scripts/synthesis';

// Started by templates.ts, at another moment
const files: Record<string, string> = {};
for (const { folder, build } of SNAPSHOTS) {
  assemble(build, {}, ({ directory }) => {
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
      const path = join(directory, name);
      if (statSync(path).isFile()) { files[`${folder}/${name}`] = createHash('sha256').update(readFileSync(path)).digest('hex'); }
    }
  });
}
console.log(JSON.stringify({ time: Date.now(), files }));
