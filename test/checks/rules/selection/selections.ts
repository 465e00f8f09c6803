import { type Stack, CfnParameter, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { ACCOUNT } from '../../rule-cases';
import { PARAMETER, planInCdk, planInCfn } from '../backups';

type Content = Readonly<Record<string, unknown>>;
const NAMED: Content = { SelectionName: 'everything', IamRoleArn: `arn:aws:iam::${ACCOUNT}:role/backup` };

/** Selections of one plan, as CloudFormation spells them. */
export const selections = (...contents: readonly Content[]) => ({
  cdk: (stack: Stack) => {
    planInCdk(stack, { selections: [] });
    const plan = stack.node.findChild('Plan') as backup.CfnBackupPlan;
    contents.forEach((content, index) => new backup.CfnBackupSelection(stack, `Selection${index}`, {
      backupPlanId: plan.ref,
      backupSelection: inCdk({ ...NAMED, ...content }, stack) as unknown as backup.CfnBackupSelection.BackupSelectionResourceTypeProperty,
    }));
  },
  cfn: {
    Parameters: { Given: { Type: 'String' } },
    Resources: {
      ...planInCfn({ selections: [] }),
      ...Object.fromEntries(contents.map((content, index) => [`Selection${index}`, {
        Type: 'AWS::Backup::BackupSelection',
        Properties: { BackupPlanId: { Ref: 'Plan' }, BackupSelection: replaced({ ...NAMED, ...content }, { Ref: 'Given' }) },
      }])),
    },
  },
});

/** Conditions are JSON, whose keys the CDK does not change. */
function inCdk(content: Content, stack: Stack): object {
  const parameter = stack.node.tryFindChild('Given') as CfnParameter | undefined ?? new CfnParameter(stack, 'Given');
  return Object.fromEntries(Object.entries(content).map(([name, value]) => {
    const given = replaced(value, undefined, parameter);
    return [small(name), name === 'ListOfTags' && Array.isArray(given) ? given.map(respelled) : given];
  }));
}

function respelled(tag: unknown): object {
  return Object.fromEntries(Object.entries(tag as object).map(([name, value]) => [small(name), value as unknown]));
}

function replaced(value: unknown, by: unknown, parameter?: CfnParameter): unknown {
  if (value === PARAMETER) { return by ?? parameter!.valueAsString; }
  if (Array.isArray(value)) { return value.map((item) => replaced(item, by, parameter)); }
  if (typeof value !== 'object' || value === null) { return value; }
  if (parameter && ('Ref' in value || 'Fn::GetAtt' in value || 'Fn::Sub' in value)) { return Token.asString(value); }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, by, parameter)]));
}

function small(name: string): string {
  return name[0].toLowerCase() + name.slice(1);
}

export const tag = (key: string, type = 'STRINGEQUALS') => ({ ConditionType: type, ConditionKey: key, ConditionValue: 'gold' });
export const condition = (key: string) => ({ ConditionKey: key, ConditionValue: 'gold' });

export function times<T>(count: number, make: (index: number) => T): T[] {
  return [...Array(count).keys()].map(make);
}
