import type { Stack } from 'aws-cdk-lib';
import { Fn, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { topLevelStack } from './physical-name';

const NAME = ':role/';

/** What ends the names of the roles of the CDK's bootstrap: the account and the Region, as literals or as the placeholders of synthesizers. */
const ENVIRONMENT = /-(\d{12}|\$\{AWS::AccountId\})-([a-z]{2,4}(-[a-z]+)+-\d+|\$\{AWS::Region\})$/;

/** The role with which CloudFormation deploys a construct, where the synthesizer of its stack names one. */
export function deployingRoleArn(scope: IConstruct): string | undefined {
  const arn = executionRole(topLevelStack(scope));
  // The ARN holds the literal text '${AWS::Partition}'.
  return arn !== undefined && !Token.isUnresolved(arn) && arn.includes('${') ? Fn.sub(arn) : arn;
}

/** The name of that role, as far as it is known at synth time. */
export function deployingRoleName(stack: Stack): string | undefined {
  const arn = executionRole(stack);
  return arn === undefined || Token.isUnresolved(arn) ? undefined : roleName(arn);
}

export function roleName(arn: string): string | undefined {
  return arn.includes(NAME) ? arn.slice(arn.indexOf(NAME) + NAME.length) : undefined;
}

/** Whether two names are of one role, or of the roles of one bootstrap in two environments. */
export function isSameRole(one: string, other: string): boolean {
  return one.replace(ENVIRONMENT, '') === other.replace(ENVIRONMENT, '');
}

/** Not part of IStackSynthesizer: with some synthesizers CloudFormation has the rights of whoever calls it. */
function executionRole(stack: Stack): string | undefined {
  const { cloudFormationExecutionRole: arn } = stack.synthesizer as { readonly cloudFormationExecutionRole?: string };
  return arn === '' ? undefined : arn;
}
