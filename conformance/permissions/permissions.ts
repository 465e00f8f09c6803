import { tryOnAll } from './attempt';
import { ATTEMPTS } from './attempts';
import { compareGuards } from './guards';
import { options } from './options';
import { type Policy, policiesIn } from './policies';
import { COMPARISONS, compareWithEngine } from './random-policies';
import { ROLES, compareRoles } from './random-roles';
import { WITHOUT_POLICY } from './reviewed';
import { checkRules } from './rules';
import { checkSecurity } from './security';
import { COMPLETED, compareWithCompletions } from './unknown-parts';
import { checkUpdates } from './updates/updates';
import { EXAMPLES } from '../../scripts/examples';
import type { Report } from '../report';

export async function checkPermissions(report: Report): Promise<void> {
  const apps = Object.entries({ ...EXAMPLES, options }).map(([name, example]) => policiesIn(name, example));
  const all = apps.flatMap(({ governed }) => governed);
  const without = apps.flatMap((app) => app.without);
  const documents = apps.flatMap((app) => app.documents);

  report.compared('Vaults, keys, topics, buckets, and roles, which must have a policy', all.length + without.length, [
    ...without.filter((name) => !(name in WITHOUT_POLICY)).map((name) => `${name} has no policy. Add one, or add the reason to conformance/permissions/reviewed.ts.`),
    ...Object.keys(WITHOUT_POLICY).filter((name) => !without.includes(name)).map((name) => `${name} has a policy or does not exist. Remove it from conformance/permissions/reviewed.ts.`),
  ]);
  report.compared('Policy resources, which must be attached to a resource', documents.length,
    documents.filter(({ isAttached }) => !isAttached).map(({ name }) => `${name} is not attached to a resource of its stack`));

  const asked = new Set<Policy>();
  let evaluated = 0;
  const wrong: string[] = [];
  for (const attempt of ATTEMPTS) {
    const results = await tryOnAll(attempt, all);
    const [difference, ...others] = results.flatMap((result) => result.difference ?? []);
    if (difference !== undefined) { wrong.push(others.length > 0 ? `${difference} (and ${others.length} more)` : difference); }
    evaluated += results.length;
    for (const policy of results.flatMap((result) => result.asked)) { asked.add(policy); }
  }
  report.compared(`Attempts, by ${evaluated} verdicts of the engine`, ATTEMPTS.length, wrong);

  const roles = all.filter(({ kind }) => kind === 'role');
  const policies = {
    'Policies of vaults, keys, topics and buckets': all.filter(({ kind }) => kind !== 'role').map(({ name, policy }) => ({ name, policy })),
    'Trust policies of roles': roles.map(({ name, policy }) => ({ name, policy })),
    'Permissions policies of roles': roles.flatMap((role) => role.identity.map((own) => ({ name: `${role.name}, ${own.name}`, policy: own.policy as Policy }))),
  };
  for (const [what, those] of Object.entries(policies)) {
    report.compared(`${what}, each evaluated by an attempt`, those.length,
      those.filter(({ policy }) => !asked.has(policy)).map(({ name }) => `no attempt evaluates the policy of ${name}`));
  }
  for (const { rule, policies: sample, wrong: misjudged } of await checkRules()) {
    report.sampled(`Policies, as the rule ${rule} and the engine evaluate them`, sample, misjudged);
  }
  const guards = await compareGuards();
  report.sampled('Guards of vaults, as the rule and the engine evaluate them for every kind of caller', guards.policies, guards.wrong);
  const { differences, certain } = await compareWithEngine();
  report.sampled(`Random policies and requests, as the evaluator and the engine evaluate them (${certain} certain answers)`, COMPARISONS, differences);
  report.sampled('Random policies with unknown parts, completed in several ways: a certain answer stays', COMPLETED, compareWithCompletions(COMPLETED));
  await checkSecurity(report, all);
  const ofRoles = await compareRoles();
  report.sampled(`Random roles, ${ofRoles.faults} of which the rule reports: the engine denies the backup of each`, ROLES, ofRoles.differences);
  await checkUpdates(report);
}
