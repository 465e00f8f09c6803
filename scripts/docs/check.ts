import { compileProblems } from './compile';
import { importProblems } from './imports';
import { checkLinks } from './links';
import { docsPages, readFixture, readPage, wholeSite } from './site';
import { programOf, snippetsOf } from './snippets';

const pages = ['README.md', ...docsPages()].map((page) => snippetsOf(page, readPage(page)));
const snippets = pages.flat();
const links = checkLinks(wholeSite());
const problems = [
  ...compileProblems(snippets.map((snippet) => programOf(snippet, readFixture))),
  ...pages.flatMap((each) => importProblems(each, readFixture)),
  ...links.problems,
];

for (const problem of problems) { console.error(problem); }
console.log(`${snippets.length} snippets compiled, ${links.internal} internal links checked (${links.external} external links are followed once a week): ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
