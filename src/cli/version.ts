import { readFileSync } from 'fs';
import { join } from 'path';

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}
