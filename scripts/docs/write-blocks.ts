import { writeFileSync } from 'fs';
import { join } from 'path';
import { withBlocks } from './blocks';
import { messageOf } from './messages';
import { docsPages, readPage, ROOT } from './site';

process.env.CDK_VALIDATION = 'false';

for (const page of ['README.md', ...docsPages()]) {
  writeFileSync(join(ROOT, page), withBlocks(readPage(page), { read: readPage, message: messageOf }));
}
