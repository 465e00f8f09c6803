import { type Stack, CfnParameter, Fn } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { ACCOUNT } from '../rule-cases';

/** A value that is unknown before deployment. */
export const PARAMETER = 'a parameter';

export interface GivenSelection {
  readonly name?: string;
  readonly arns?: readonly string[];
  readonly not?: readonly string[];
  readonly tags?: readonly (readonly [key: string, value: string])[];
  readonly conditions?: readonly (readonly [key: string, value: string])[];
  readonly role?: string;
}

export interface GivenRule {
  readonly name?: string;
  readonly vault?: string;
  readonly copyTo?: readonly string[];
  readonly cold?: number | typeof PARAMETER;
}

export interface GivenPlan {
  readonly rules?: readonly GivenRule[];
  readonly selections?: readonly GivenSelection[];
}

const ROLE = `arn:aws:iam::${ACCOUNT}:role/backup`;
const PARAMETERS = { Given: { Type: 'String' }, GivenNumber: { Type: 'Number' } };

/** The plan as L1 constructs. */
export function planInCdk(stack: Stack, { rules = [{}], selections = [{}] }: GivenPlan): void {
  const string = (value: string) => {
    if (value === PARAMETER) { return given(stack, 'Given', 'String').valueAsString; }
    return value.includes('${AWS::') ? Fn.sub(value) : value;
  };
  const number = (value: number | typeof PARAMETER) => (value === PARAMETER ? given(stack, 'GivenNumber', 'Number').valueAsNumber : value);
  const plan = new backup.CfnBackupPlan(stack, 'Plan', {
    backupPlan: {
      backupPlanName: 'gold',
      backupPlanRule: rules.map(({ name = 'daily', vault = 'vault', copyTo, cold }) => ({
        ruleName: name,
        targetBackupVault: string(vault),
        copyActions: copyTo?.map((arn) => ({ destinationBackupVaultArn: string(arn) })),
        lifecycle: cold === undefined ? undefined : { moveToColdStorageAfterDays: number(cold) },
      })),
    },
  });
  selections.forEach(({ name = 'everything', arns, not, tags, conditions, role = ROLE }, index) => new backup.CfnBackupSelection(stack, `Selection${index}`, {
    backupPlanId: plan.ref,
    backupSelection: {
      selectionName: name,
      iamRoleArn: role,
      resources: arns?.map(string),
      notResources: not?.map(string),
      listOfTags: tags?.map(([key, value]) => ({ conditionType: 'STRINGEQUALS', conditionKey: key, conditionValue: string(value) })),
      conditions: conditions && { StringEquals: conditions.map(([key, value]) => ({ ConditionKey: key, ConditionValue: string(value) })) },
    },
  }));
}

function given(stack: Stack, id: string, type: string): CfnParameter {
  return stack.node.tryFindChild(id) as CfnParameter | undefined ?? new CfnParameter(stack, id, { type });
}

/** The same plan as resources of a template. */
export function planInCfn({ rules = [{}], selections = [{}] }: GivenPlan): object {
  const string = (value: string) => {
    if (value === PARAMETER) { return { Ref: 'Given' }; }
    return typeof value === 'string' && value.includes('${AWS::') ? { 'Fn::Sub': value } : value;
  };
  return {
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: {
        BackupPlan: {
          BackupPlanName: 'gold',
          BackupPlanRule: rules.map(({ name = 'daily', vault = 'vault', copyTo, cold }) => ({
            RuleName: name,
            TargetBackupVault: string(vault),
            CopyActions: copyTo?.map((arn) => ({ DestinationBackupVaultArn: string(arn) })),
            Lifecycle: cold === undefined ? undefined : { MoveToColdStorageAfterDays: cold === PARAMETER ? { Ref: 'GivenNumber' } : cold },
          })),
        },
      },
    },
    ...Object.fromEntries(selections.map(({ name = 'everything', arns, not, tags, conditions, role = ROLE }, index) => [`Selection${index}`, {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: { Ref: 'Plan' },
        BackupSelection: {
          SelectionName: name,
          IamRoleArn: role,
          Resources: arns?.map(string),
          NotResources: not?.map(string),
          ListOfTags: tags?.map(([key, value]) => ({ ConditionType: 'STRINGEQUALS', ConditionKey: key, ConditionValue: string(value) })),
          Conditions: conditions && { StringEquals: conditions.map(([key, value]) => ({ ConditionKey: key, ConditionValue: string(value) })) },
        },
      },
    }])),
  };
}

/** A template of these resources, with the parameters that stand for `PARAMETER`. */
export function template(resources: object): object {
  return { Parameters: PARAMETERS, Resources: JSON.parse(JSON.stringify(resources)) as object };
}
