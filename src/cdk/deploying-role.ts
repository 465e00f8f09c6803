import { type Stack, Fn, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { knownOf } from './measures';
import { topLevelStack } from './physical-name';
import type { Value } from '../values/unknown';

const NAME = ':role/';

/** The end of the role names of the CDK bootstrap stack: account and Region, as literals or as placeholders of a synthesizer. */
const ENVIRONMENT = /-(\d{12}|\$\{AWS::AccountId\})-([a-z]{2,4}(-[a-z]+)+-\d+|\$\{AWS::Region\})$/;

/** The role with which CloudFormation deploys a construct, if the synthesizer of its stack names one. */
export function deployingRoleArn(scope: IConstruct): string | undefined {
  const arn = executionRole(topLevelStack(scope));
  // The ARN contains the literal text '${AWS::Partition}'
  return arn !== undefined && !Token.isUnresolved(arn) && arn.includes('${') ? Fn.sub(arn) : arn;
}

/** The ARN of that role with the placeholders of CloudFormation, as far as it is known at synthesis. */
export function deployingRoleText(scope: IConstruct): Value<string> {
  return knownOf(executionRole(topLevelStack(scope)));
}

/** The name of that role, as far as it is known at synthesis. */
export function deployingRoleName(stack: Stack): string | undefined {
  const arn = executionRole(stack);
  return arn === undefined || Token.isUnresolved(arn) ? undefined : roleName(arn);
}

export function roleName(arn: string): string | undefined {
  return arn.includes(NAME) ? arn.slice(arn.indexOf(NAME) + NAME.length) : undefined;
}

/** Whether two names belong to one role, or to the same bootstrap role of two environments. */
export function isSameRole(one: string, other: string): boolean {
  return one.replace(ENVIRONMENT, '') === other.replace(ENVIRONMENT, '');
}

/** Not part of IStackSynthesizer: with some synthesizers, CloudFormation uses the permissions of its caller. */
function executionRole(stack: Stack): string | undefined {
  const { cloudFormationExecutionRole: arn } = stack.synthesizer as { readonly cloudFormationExecutionRole?: string };
  return arn === '' ? undefined : arn;
}
