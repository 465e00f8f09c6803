import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { LIMITS } from '../capabilities/limits';
import { deployingRoleArn } from '../cdk/deploying-role';
import { readableText } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { canBeNamedIn, placeOf } from '../cdk/place';
import type { Place } from '../validation/plan/copies';
import { MANUAL_DELETION, REMOVAL_OF_POLICY } from '../validation/vault/access-policy';
import { Problem } from '../values/problem';
import { count } from '../values/quantity';
import { isKnown } from '../values/unknown';

/**
 * Options of a guard that exempts nobody.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
export interface SealedGuardProps {
  /**
   * Confirms that you know what a sealed guard means: nobody in the account, including the root user and CloudFormation, can delete a recovery
   * point, shorten its retention, or change the policy or the lock of the vault ever again. Deploy a lock before you seal the vault.
   *
   * @default false - the vault throws an error that explains this
   */
  readonly acknowledgeIrreversible?: boolean;
}

// Without these denials, one call would remove the guard or the lock
const REMOVAL_OF_PROTECTION = [
  REMOVAL_OF_POLICY,
  'backup:PutBackupVaultLockConfiguration',
  'backup:DeleteBackupVaultLockConfiguration',
];

/**
 * Denies everyone manual deletion of recovery points, regardless of their own policies.
 *
 * Recovery points still expire at the end of their retention, because AWS Backup itself deletes them. AWS does not document this. The evidence is the
 * vault that AWS creates for automatic EFS backups: it denies `backup:DeleteRecoveryPoint` to every principal, and its recovery points expire.
 *
 * The policy of a vault applies to the AWS Backup API only. An EBS or RDS snapshot can still be deleted through Amazon EC2 or Amazon RDS.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
export class DeletionGuard {
  /**
   * Denies everyone except these roles and the role with which CloudFormation deploys the stack. Without the latter, the next change of the policy
   * would fail. The audit control accepts at most 5 exempt roles, including that role.
   *
   * The synthesizer of the stack names the role that deploys. If it names none, or if you deploy with `--role-arn`, pass the role that deploys. Before
   * another role deploys the stack, exempt it too and deploy once.
   *
   * Without roles, this is the default of a vault.
   *
   * @example
   * new CompliantVault(this, 'Vault', { guard: DeletionGuard.exempting(breakGlassRole) });
   *
   * @param roles For example, a break-glass role. If the vault is in another Region than the stack of the role, set a `roleName`.
   */
  public static exempting(...roles: iam.IRole[]): DeletionGuard {
    return new DeletionGuard(roles, 'exempting');
  }

  /** Denies everyone, permanently. It requires `acknowledgeIrreversible: true`. */
  public static sealed(props: SealedGuardProps = {}): DeletionGuard {
    return new DeletionGuard([], 'sealed', props.acknowledgeIrreversible === true);
  }

  /** No guard: everyone whose own policies allow it can delete recovery points. */
  public static none(): DeletionGuard {
    return new DeletionGuard([], 'none');
  }

  private constructor(
    private readonly roles: iam.IRole[],
    private readonly kind: 'exempting' | 'sealed' | 'none',
    private readonly acknowledged = true,
  ) {}

  /**
   * Whether it denies the deletion of recovery points.
   *
   * @internal
   */
  public get _denies(): boolean {
    return this.kind !== 'none';
  }

  /**
   * Exempt ARNs with a wildcard.
   *
   * @internal
   */
  public _wideExemptions(): string[] {
    return this.roles.map((role) => readableText(role.roleArn)).filter(isKnown).filter((arn) => arn.includes('*'));
  }

  /**
   * The roles that the user exempts, or `undefined` for another kind of guard.
   *
   * @internal
   */
  public get _given(): readonly iam.IRole[] | undefined {
    return this.kind === 'exempting' ? this.roles : undefined;
  }

  /**
   * Whether another guard exempts the same roles.
   *
   * @internal
   */
  public _isLike(other: DeletionGuard): boolean {
    return this.kind === other.kind && this.roles.length === other.roles.length && this.roles.every((role, index) => role === other.roles[index]);
  }

  /** @internal */
  public _problems(vault: Construct): Problem[] {
    return this._problemsIn(placeOf(topLevelStack(vault)), vault);
  }

  /**
   * What is wrong with the guard for a vault in a scope, even if the vault does not exist yet.
   *
   * @param likeStackOf a construct whose stack is deployed in the same way
   * @internal
   */
  public _problemsIn(place: Place, likeStackOf: Construct): Problem[] {
    if (!this.acknowledged) {
      return [new Problem('unacknowledged', '\'guard.acknowledgeIrreversible\' must be true for a sealed guard, got false. Nobody in the account, including the root user '
        + 'and CloudFormation, can delete a recovery point or change the vault\'s policy or lock ever again. Set acknowledgeIrreversible: true, '
        + 'or use DeletionGuard.exempting(…).')];
    }
    if (this.kind !== 'exempting') { return []; }
    const { max } = LIMITS.exemptPrincipals;
    const strangers = this.roles.filter((role) => typeof (role as Partial<iam.IRole> | undefined)?.roleArn !== 'string');
    if (strangers.length > 0) { return [new Problem('no-roles', '\'guard\' must exempt roles, got something else. Pass each role as a separate argument. For an ARN, use Role.fromRoleArn(…).')]; }
    const exempt = this.roles.length + (deployingRoleArn(likeStackOf) === undefined ? 0 : 1);
    if (exempt === 0) {
      return [new Problem('none', '\'guard\' must exempt a role, got none, and the synthesizer of this stack names no CloudFormation execution role. The next change of the vault\'s '
        + 'policy would fail. Exempt the role that deploys with DeletionGuard.exempting(role), or use DeletionGuard.none().')];
    }
    return [
      ...exempt > max ? [new Problem('maximum', `'guard' must exempt at most ${max} roles, the CloudFormation execution role included, got ${count(exempt, 'roles')}. `
        + 'The audit control accepts no more, and would report the vault. Exempt fewer roles.')] : [],
      ...this.roles.filter((role) => !canBeNamedIn(place, role, role.roleArn)).map((role) =>
        new Problem('unnamed', `'guard' must exempt roles with a known name, got the role '${role.node.path}' of another account or Region, which has none. Give it a 'roleName'.`, role.node.path)),
    ];
  }

  /**
   * The ARNs of the exempt roles.
   *
   * @internal
   */
  public _exemptArns(vault: Construct): string[] {
    if (this.kind !== 'exempting') { return []; }
    const deploying = deployingRoleArn(vault);
    return [...deploying ? [deploying] : [], ...this.roles.map((role) => role.roleArn)];
  }

  /** @internal */
  public _statements(vault: Construct): iam.PolicyStatement[] {
    if (this.kind === 'none') { return []; }
    const exempt = this._exemptArns(vault);
    const conditions = exempt.length > 0 ? { ArnNotLike: { 'aws:PrincipalArn': exempt } } : undefined;
    return [MANUAL_DELETION, REMOVAL_OF_PROTECTION].map((actions) => new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions,
      resources: ['*'],
      conditions,
    }));
  }
}
