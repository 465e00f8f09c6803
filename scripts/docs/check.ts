import { compileProblems } from './compile';
import { checkLinks } from './links';
import { docsPages, readFixture, readPage, wholeSite } from './site';
import { programOf, snippetsOf } from './snippets';

const snippets = ['README.md', ...docsPages()].flatMap((page) => snippetsOf(page, readPage(page)));
const links = checkLinks(wholeSite());
const problems = [...compileProblems(snippets.map((snippet) => programOf(snippet, readFixture))), ...links.problems];

for (const problem of problems) { console.error(problem); }
console.log(`${snippets.length} snippets compiled, ${links.internal} internal links checked (${links.external} external links not followed): ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
