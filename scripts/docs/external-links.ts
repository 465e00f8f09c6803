import { setTimeout } from 'timers/promises';

/** In milliseconds. */
const PATIENCE = 30_000;
const ATTEMPTS = 3;
const AT_ONCE = 8;

/**
 * Follows links to other sites.
 *
 * @param pause between two attempts, in milliseconds
 * @returns a sentence for each that does not answer, or whose page has moved
 */
export async function externalProblems(targets: readonly string[], pause = 5000): Promise<string[]> {
  const waiting = [...new Set(targets.map((target) => target.split('#')[0]))].sort();
  const problems: string[] = [];
  const follow = async (): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const problem = await problemOf(target, pause);
      if (problem !== undefined) { problems.push(`'${target}' ${problem}`); }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, follow));
  return problems.sort();
}

async function problemOf(target: string, pause: number): Promise<string | undefined> {
  let problem: string | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    problem = await answerOf(target);
    if (problem === undefined) { return undefined; }
    if (attempt < ATTEMPTS) { await setTimeout(pause * attempt); }
  }
  return problem;
}

async function answerOf(target: string): Promise<string | undefined> {
  try {
    const { ok, status, url } = await fetch(target, { signal: AbortSignal.timeout(PATIENCE) });
    if (!ok) { return `answers with status ${status}`; }
    // AWS redirects from a page that it removed to the start of the guide
    return pageOf(url) === pageOf(target) ? undefined : `leads to '${url}'`;
  } catch (error) {
    return `does not answer: ${(error as Error).message}`;
  }
}

function pageOf(address: string): string {
  return new URL(address).pathname.replace(/\/$/, '');
}
