import { externalProblems } from './external-links';
import { externalTargets } from './links';
import { wholeSite } from './site';

const targets = externalTargets(wholeSite());
externalProblems(targets).then((problems) => {
  for (const problem of problems) { console.error(problem); }
  console.log(`${new Set(targets).size} external links followed: ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}, (error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
