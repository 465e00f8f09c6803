import { NAMES } from '../../../capabilities/limits';
import type { PlanRule } from '../../../inventory';
import { nameProblems } from '../../../validation/ranges';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

const TARGET = 'TargetBackupVault';

export const ruleTarget: Rule = {
  id: RuleId.RULE_TARGET,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A rule refers to its vault by name.',
  why: 'AWS Backup accepts only the name of a vault, which contains no colon. It rejects a plan with an ARN.',
  fix: 'Write the name of the vault, which \'Ref\' returns, not its ARN.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, target: { text, vault } } = rule;
  const place = below(address, TARGET);
  const subject = ruleLabel(rule);
  if (text === undefined) { return []; }
  if (!isKnown(text)) { return [unknown(place, `${subject}: '${TARGET}' is unknown.`)]; }
  if (text.parts.some((part) => typeof part === 'string' && part.includes(':'))) {
    return [fault(place, new Problem('arn', `'${TARGET}' must be the name of a vault, got '${text.toString()}'. Write its name, not its ARN.`).of(subject))];
  }
  if (text.literal !== undefined) {
    return vault ? [] : faults(place, nameProblems(TARGET, text.literal, NAMES.vault).map((problem) => problem.of(subject)));
  }
  return text.parts.some((part) => part === UNKNOWN || (typeof part !== 'string' && part.kind === 'parameter'))
    ? [unknown(place, `${subject}: '${TARGET}' is unknown.`)]
    : [];
}
