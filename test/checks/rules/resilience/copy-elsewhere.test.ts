import { type App, Stack } from 'aws-cdk-lib';
import { copyElsewhere } from '../../../../src/checks/rules/resilience/copy-elsewhere';
import { ACCOUNT, OTHER_ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';
import { type GivenRule, PARAMETER, planInCdk, planInCfn, template } from '../backups';

const arn = (region: string, account: string) => `arn:aws:backup:${region}:${account}:backup-vault:other`;
const plan = (...rules: readonly GivenRule[]) => ({
  cdk: (stack: Stack) => planInCdk(stack, { rules, selections: [] }),
  cfn: template(planInCfn({ rules, selections: [] })),
});
const NOWHERE = 'plan \'gold\': \'CopyActions\' should name a vault in another Region or account in at least one rule, got none. Add a copy.';

describeRule(copyElsewhere, {
  compliant: [
    { name: 'to another Region', ...plan({ copyTo: [arn('eu-central-1', ACCOUNT)] }) },
    { name: 'to another account', ...plan({ copyTo: [arn(REGION, OTHER_ACCOUNT)] }) },
    { name: 'by one rule of two', ...plan({ name: 'hourly' }, { copyTo: [arn('eu-central-1', ACCOUNT)] }) },
  ],
  nonCompliant: [
    { name: 'no copy', ...plan({}), messages: [NOWHERE], paths: ['BackupPlan.BackupPlanRule'] },
    { name: 'a copy in the same place', ...plan({ copyTo: [arn(REGION, ACCOUNT)] }), messages: [NOWHERE] },
  ],
  notApplicable: [
    { name: 'a plan without rules', ...plan() },
    {
      name: 'a Region that nothing is copied from',
      cdk: (stack) => planInCdk(new Stack(stack.node.root as App, 'Sovereign', { env: { region: 'eusc-de-east-1' } }), { selections: [] }),
      cfn: [sourceOf(planInCfn({ selections: [] }), { region: 'eusc-de-east-1' })],
    },
  ],
  unknown: [{
    name: 'a copy to where a parameter says',
    ...plan({ copyTo: [PARAMETER] }),
    messages: ['plan \'gold\': whether it copies to another Region or account is unknown.'],
  }],
});
