import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { deployingRoleArn, deployingRoleText } from '../cdk/deploying-role';
import { readableText } from '../cdk/measures';
import { isKnown } from '../values/unknown';

/** The principals that a guard exempts: the one that deploys the stack, and the roles that the user names. */
export class ExemptRoles {
  constructor(public readonly roles: readonly iam.IRole[], public readonly deployer?: string) {}

  /** The principal that deploys a construct, as far as it is known. */
  public deployerOf(scope: IConstruct): string | undefined {
    return this.deployer ?? deployingRoleArn(scope);
  }

  public arnsFor(vault: IConstruct): string[] {
    const deploying = this.deployerOf(vault);
    return [...deploying ? [deploying] : [], ...this.roles.map((role) => role.roleArn)];
  }

  /** The ARNs as far as they are known at synthesis. */
  public readableFor(vault: IConstruct): string[] {
    const deploying = this.deployer === undefined ? deployingRoleText(vault) : readableText(this.deployer);
    return [deploying, ...this.roles.map((role) => readableText(role.roleArn))].filter((arn): arn is string => isKnown(arn));
  }

  public equals(other: ExemptRoles): boolean {
    return this.deployer === other.deployer && this.roles.length === other.roles.length
      && this.roles.every((role, index) => role === other.roles[index]);
  }
}
