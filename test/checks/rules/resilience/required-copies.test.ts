import type { Stack } from 'aws-cdk-lib';
import { requiredCopies } from '../../../../src/checks/rules/resilience/required-copies';
import { ACCOUNT, OTHER_ACCOUNT, REGION, describeRule } from '../../rule-cases';
import { type GivenRule, PARAMETER, planInCdk, planInCfn, template } from '../backups';

const arn = (region: string, account: string) => `arn:aws:backup:${region}:${account}:backup-vault:other`;
const plan = (...rules: readonly GivenRule[]) => ({
  cdk: (stack: Stack) => planInCdk(stack, { rules, selections: [] }),
  cfn: template(planInCfn({ rules, selections: [] })),
});
const options = { requiredCopyRegions: ['eu-central-1'], requiredCopyAccounts: [OTHER_ACCOUNT] };
const missing = (place: string) => `plan 'gold': 'CopyActions' must name a vault in ${place} in at least one rule, got none. Add a copy to one.`;

describeRule(requiredCopies, {
  compliant: [
    { name: 'one copy to both', ...plan({ copyTo: [arn('eu-central-1', OTHER_ACCOUNT)] }), options },
    { name: 'two copies', ...plan({ copyTo: [arn('eu-central-1', ACCOUNT)] }, { name: 'monthly', copyTo: [arn(REGION, OTHER_ACCOUNT)] }), options },
    { name: 'a plan that is there itself', ...plan({}), options: { requiredCopyRegions: [REGION], requiredCopyAccounts: [ACCOUNT] } },
  ],
  nonCompliant: [
    {
      name: 'no copy',
      ...plan({}),
      options,
      messages: [missing('Region \'eu-central-1\''), missing(`account '${OTHER_ACCOUNT}'`)],
      paths: ['BackupPlan.BackupPlanRule', 'BackupPlan.BackupPlanRule'],
    },
    { name: 'a copy to another Region', ...plan({ copyTo: [arn('us-east-1', OTHER_ACCOUNT)] }), options, messages: [missing('Region \'eu-central-1\'')] },
  ],
  notApplicable: [
    { name: 'nothing is required', ...plan({}) },
    { name: 'a plan without rules', ...plan(), options },
  ],
  unknown: [{
    name: 'a copy to where a parameter says',
    ...plan({ copyTo: [PARAMETER] }),
    options,
    messages: ['plan \'gold\': whether it copies to Region \'eu-central-1\' is unknown.', `plan 'gold': whether it copies to account '${OTHER_ACCOUNT}' is unknown.`],
  }],
});
