import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ExemptRoles } from './exempt-roles';
import { UNACKNOWLEDGED, exemptionProblems } from './guard-problems';
import { keyGuard } from './key-guard';
import { vaultGuard } from './vault-guard';
import { type WrongKinds, flag, literalText, required, severalOf, struct, wrongKinds } from '../cdk/kinds';
import { role as aRole } from '../cdk/kinds-of-cdk';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import type { Place } from '../validation/plan/copies';
import type { Problem } from '../values/problem';

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

const EXEMPTING = { roles: severalOf(aRole) };
const DEPLOYED_BY = { principalArn: required(literalText), ...EXEMPTING };
const NOBODY = new ExemptRoles([]);
const SEALED = { props: required(struct<SealedGuardProps>({ acknowledgeIrreversible: flag })) };

/**
 * Denies everyone manual deletion of recovery points, regardless of their own policies.
 *
 * Recovery points still expire at the end of their retention, because AWS Backup itself deletes them. AWS does not document this. The evidence is the
 * vault that AWS creates for automatic EFS backups: it denies `backup:DeleteRecoveryPoint` to every principal, and its recovery points expire.
 *
 * If the construct creates the key of the vault, the key policy denies the same principals the actions that disable the key, schedule its deletion, or
 * change its policy. AWS KMS requires that the role that creates a key can change its policy. The key therefore always exempts the role that deploys, and is not
 * guarded if that role is unknown.
 *
 * The guard also denies changes of the vault's notifications, unless it is sealed or the role that deploys is unknown. It does not deny
 * `backup:DisassociateRecoveryPoint`, `backup:DisassociateRecoveryPointFromParent`, `backup:StartCopyJob`, and `backup:CopyFromBackupVault`: they are
 * authorized on recovery points, and AWS does not list them among the actions that evaluate the policy of a vault. It does not deny
 * `backup:DeleteBackupVault`, because AWS Backup deletes only empty vaults, and CloudFormation must be able to roll back a first deployment.
 *
 * The policy of a vault applies to the AWS Backup API only. Amazon EC2 does not delete a snapshot that AWS Backup manages. No AWS page states this for
 * Amazon RDS.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
export class DeletionGuard {
  /**
   * Denies everyone except these roles and the role with which CloudFormation deploys the stack. Without the latter, the next change of the policy
   * would fail. The audit control accepts at most 5 exempt roles, including that role.
   *
   * The synthesizer of the stack names the role that deploys. If it names none, or if you deploy with `--role-arn`, use `deployedBy`. Before
   * another role deploys the stack, exempt it too and deploy once. Exempt only roles that exist: otherwise everyone who can create roles can create an
   * exempt one. A role that the app does not create is a warning.
   *
   * Without roles, this is the default of a vault.
   *
   * @example
   * new CompliantVault(this, 'Vault', { guard: DeletionGuard.exempting(breakGlassRole) });
   *
   * @param roles For example, a break-glass role. If the vault and the stack of the role are in different Regions, set a `roleName`.
   */
  public static exempting(...roles: iam.IRole[]): DeletionGuard {
    return new DeletionGuard('exempting', wrongKinds({ roles }, EXEMPTING), new ExemptRoles(roles));
  }

  /**
   * Denies everyone except these roles and the principal that deploys the stack, which you name. Use it if the role that the synthesizer names does not
   * deploy the stack: with `--role-arn`, with the credentials of the caller, or as a service-managed StackSet
   * (`arn:aws:iam::111122223333:role/stacksets-exec-*`). The role that the synthesizer names is not exempt.
   *
   * With another principal, the first deployment fails, because AWS KMS rejects the policy of the new key.
   *
   * @example
   * new CompliantVault(this, 'Vault', { guard: DeletionGuard.deployedBy('arn:aws:iam::111122223333:role/deployer', breakGlassRole) });
   *
   * @param principalArn The ARN of the IAM role or user. It can contain wildcards.
   * @param roles For example, a break-glass role.
   */
  public static deployedBy(principalArn: string, ...roles: iam.IRole[]): DeletionGuard {
    return new DeletionGuard('exempting', wrongKinds({ principalArn, roles }, DEPLOYED_BY), new ExemptRoles(roles, principalArn));
  }

  /** Denies everyone, permanently. It requires `acknowledgeIrreversible: true`. */
  public static sealed(props: SealedGuardProps = {}): DeletionGuard {
    return new DeletionGuard('sealed', wrongKinds({ props }, SEALED), NOBODY, props);
  }

  /** No guard: everyone whose own policies allow it can delete recovery points. */
  public static none(): DeletionGuard {
    return new DeletionGuard('none', () => [], NOBODY);
  }

  private constructor(
    private readonly kind: 'exempting' | 'sealed' | 'none',
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
    private readonly exempt: ExemptRoles,
    private readonly props: SealedGuardProps = {},
  ) {}

  /**
   * The principal that deploys a construct, as far as it is known.
   *
   * @internal
   */
  public _deployerOf(scope: Construct): string | undefined {
    return this.exempt.deployerOf(scope);
  }

  /**
   * Whether it denies the deletion of recovery points.
   *
   * @internal
   */
  public get _denies(): boolean {
    return this.kind !== 'none';
  }

  /** @internal */
  public get _isSealed(): boolean {
    return this.kind === 'sealed';
  }

  /**
   * Whether the user, and not the synthesizer, named the principal that deploys.
   *
   * @internal
   */
  public get _namesDeployer(): boolean {
    return this.exempt.deployer !== undefined;
  }

  /**
   * The roles that the user exempts, or `undefined` for another kind of guard.
   *
   * @internal
   */
  public get _given(): readonly iam.IRole[] | undefined {
    return this.kind === 'exempting' ? this.exempt.roles : undefined;
  }

  /**
   * The exempt ARNs as far as they are known.
   *
   * @internal
   */
  public _readableExemptions(vault: Construct): string[] {
    return this.kind === 'exempting' ? this.exempt.readableFor(vault) : [];
  }

  /**
   * The ARNs of the exempt roles.
   *
   * @internal
   */
  public _exemptArns(vault: Construct): string[] {
    return this.kind === 'exempting' ? this.exempt.arnsFor(vault) : [];
  }

  /**
   * Whether another guard exempts the same roles.
   *
   * @internal
   */
  public _isLike(other: DeletionGuard): boolean {
    return this.kind === other.kind && this.exempt.equals(other.exempt);
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
    if (this._isSealed) { return this.props.acknowledgeIrreversible === true ? [] : [UNACKNOWLEDGED]; }
    return this.kind === 'exempting' ? exemptionProblems(this.exempt, place, likeStackOf) : [];
  }

  /** @internal */
  public _statements(vault: Construct): iam.PolicyStatement[] {
    return this._denies ? vaultGuard(this._exemptArns(vault), this.kind === 'exempting' && this._deployerOf(vault) !== undefined) : [];
  }

  /**
   * For a key that is created with the vault. It always exempts the principal that deploys.
   *
   * @internal
   */
  public _keyStatements(vault: Construct): iam.PolicyStatement[] {
    const deploying = this._deployerOf(vault);
    if (!this._denies || deploying === undefined) { return []; }
    return keyGuard(this._isSealed ? [deploying] : this._exemptArns(vault));
  }
}
