import { judge } from './attempt';
import { ATTEMPTS } from './attempts';
import { options } from './options';
import type { Governed } from './policies';
import { governedIn } from './policies';
import { judgeRules } from './rules';
import { EXAMPLES } from '../../scripts/examples';
import type { Report } from '../report';

export async function judgePermissions(report: Report): Promise<void> {
  const all: Governed[] = Object.entries({ ...EXAMPLES, options }).flatMap(([name, example]) => governedIn(name, example));
  const asked = new Set<Governed>();
  let judged = 0;
  const wrong: string[] = [];
  for (const attempt of ATTEMPTS) {
    const results = await judge(attempt, all);
    const [difference, ...others] = results.flatMap((result) => result.difference ?? []);
    if (difference !== undefined) { wrong.push(others.length > 0 ? `${difference} (and ${others.length} more)` : difference); }
    judged += results.length;
    for (const { governed } of results) { asked.add(governed); }
  }
  report.compared(`Attempts, by ${judged} verdicts of the engine`, ATTEMPTS.length, wrong);
  report.compared('Policies that an attempt asks', all.length, all.filter((each) => !asked.has(each)).map(({ kind, name }) => `no attempt asks the policy of the ${kind} ${name}`));
  for (const { rule, policies, wrong: misjudged } of await judgeRules()) {
    report.sampled(`Policies, as the rule ${rule} and the engine judge them`, policies, misjudged);
  }
}
