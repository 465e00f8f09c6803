import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const RESULTS = join(__dirname, 'results.md');

/** Writes a section of results.md, with the date, and prints it. Other sections stay unchanged. */
export function writeSection(heading: string, script: string, text: string): void {
  const title = `## ${heading}\n`;
  const section = `${title}\nWritten by \`npm run ${script}\`, on ${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}. ${text.trim()}\n`;
  const sections = readFileSync(RESULTS, 'utf8').split(/^(?=## )/m).map((each) => each.trimEnd());
  const place = sections.findIndex((each) => `${each}\n`.startsWith(title));
  const written = place < 0 ? [...sections, section] : sections.map((each, index) => index === place ? section : each);
  writeFileSync(RESULTS, `${written.map((each) => each.trimEnd()).join('\n\n')}\n`);
  console.log(section);
}
