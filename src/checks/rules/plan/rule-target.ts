import { NAMES } from '../../../capabilities/limits';
import type { PlanRule } from '../../../inventory';
import { nameProblems } from '../../../validation/ranges';
import type { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleInWords } from '../../subjects/lifecycles';

const TARGET = 'TargetBackupVault';

export const ruleTarget: Rule = {
  id: RuleId.RULE_TARGET,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A rule names its vault by its name.',
  why: 'AWS Backup takes the name of a vault, in which no colon is allowed: it refuses a plan that has an ARN instead.',
  fix: 'Write the name of the vault, which \'Ref\' gives, not its ARN.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, target: { text, vault } } = rule;
  const place = below(address, TARGET);
  const say = (problem: string | Problem) => `${ruleInWords(rule)}: ${String(problem)}`;
  if (text === undefined) { return []; }
  if (!isKnown(text)) { return [unknown(place, say(`'${TARGET}' cannot be known`))]; }
  if (text.parts.some((part) => typeof part === 'string' && part.includes(':'))) {
    return [fault(place, say(`'${TARGET}' must be the name of a vault, got '${text.toString()}': write its name, not its ARN`))];
  }
  if (text.literal !== undefined) { return vault ? [] : faults(place, nameProblems(TARGET, text.literal, NAMES.vault).map(say)); }
  return text.parts.some((part) => part === UNKNOWN || (typeof part !== 'string' && part.kind === 'parameter'))
    ? [unknown(place, say(`'${TARGET}' cannot be known`))]
    : [];
}
