import { Lazy, RemovalPolicy, Resource, Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { CompliantVaultProps } from './compliant-vault-props';
import type { CopySource } from './copy-source';
import type { DeletionGuard } from './deletion-guard';
import { compareDeployers } from './deployer-advice';
import { compareExemptRoles } from './exempt-role-advice';
import { withLock } from './imported-vault';
import { ACCOUNT, GRANT, GRANT_BACKUP, GRANT_RESTORE, NEW_VAULT, SOURCE, STATEMENT, VAULT_BY_ARN, VAULT_BY_NAME } from './kinds';
import { readVault } from './new-vault';
import { VaultAccessPolicy } from './vault-access-policy';
import { grantStartBackup, grantStartRestore } from './vault-grants';
import type { VaultLock } from './vault-lock';
import { vaultProblems } from './vault-problems';
import { keyWarnings, vaultWarnings } from './vault-warnings';
import { UNIQUE } from '../capabilities/unique-values';
import { backupServiceRoleStatements } from '../cdk/keys';
import { type KindsOf, expectKinds, kindProblems } from '../cdk/kinds';
import { knownOf } from '../cdk/measures';
import { physicalName } from '../cdk/physical-name';
import { refuse } from '../cdk/problems';
import { propertiesOf } from '../cdk/resource-properties';
import { expectUnique } from '../cdk/unique-values';
import { ownerOf, vaultArnIn } from '../cdk/vault-facts';
import { advise, warn } from '../cdk/warnings';
import { accountProblems, wildcardActionProblems } from '../validation/vault/access-policy';
import type { Problem } from '../values/problem';

/**
 * A backup vault that is encrypted with a customer managed key, protected against deletion, and can have a lock.
 *
 * You cannot change the name, the key, or the construct path in place. With a new name or path, CloudFormation creates another vault, and the old
 * vault is retained with its recovery points. CloudFormation rejects a new key unless the vault also has a new name.
 *
 * @example
 * new CompliantVault(this, 'Vault', {
 *   lock: VaultLock.governance({ minRetention: Duration.days(7) }),
 * });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vaults.html
 */
export class CompliantVault extends Resource implements backup.IBackupVault {
  /**
   * Imports a vault by its ARN.
   *
   * @example
   * const central = CompliantVault.fromBackupVaultArn(this, 'Central', 'arn:aws:backup:eu-central-1:111122223333:backup-vault:central',
   *   VaultLock.governance({ minRetention: Duration.days(30) }));
   *
   * @param lock The lock of the vault, which the library checks plans against. By default, it is unknown.
   * @throws an error on bounds of the lock that AWS would reject
   */
  public static fromBackupVaultArn(scope: Construct, id: string, backupVaultArn: string, lock?: VaultLock): backup.IBackupVault {
    expectKinds(CompliantVault.name, { scope, id, backupVaultArn, lock }, VAULT_BY_ARN);
    return withLock(backup.BackupVault.fromBackupVaultArn(scope, id, backupVaultArn), lock, CompliantVault.name);
  }

  /**
   * Imports a vault of this account and Region by its name.
   *
   * @param lock The lock of the vault, which the library checks plans against. By default, it is unknown.
   * @throws an error on bounds of the lock that AWS would reject
   */
  public static fromBackupVaultName(scope: Construct, id: string, backupVaultName: string, lock?: VaultLock): backup.IBackupVault {
    expectKinds(CompliantVault.name, { scope, id, backupVaultName, lock }, VAULT_BY_NAME);
    return withLock(backup.BackupVault.fromBackupVaultName(scope, id, backupVaultName), lock, CompliantVault.name);
  }

  /**
   * The name of the vault. In the stack of the vault it is a reference; in other stacks it is the literal name, without an export.
   *
   * @attribute
   */
  public readonly backupVaultName: string;

  /**
   * The ARN of the vault. In the stack of the vault it is a reference; in other stacks it is literal if the account and Region of the vault are known.
   *
   * @attribute
   */
  public readonly backupVaultArn: string;

  /** The key that encrypts the recovery points in the vault. */
  public readonly encryptionKey: kms.IKey;

  /**
   * The lock that you passed. An imported vault has one if you stated it.
   *
   * @default - no lock
   */
  public readonly lock?: VaultLock;

  /** The ARNs of the roles that the deletion guard exempts, as `principalArnList` of the audit control for manual deletion accepts them. */
  public readonly deletionExemptArns: string[];

  /**
   * Whether the manual deletion of recovery points is denied.
   *
   * @internal
   */
  public readonly _guarded: boolean;

  private readonly accessPolicy: VaultAccessPolicy;
  private readonly keySharedWith = new Set<string>();

  /**
   * Creates a vault, and a key if you pass none.
   *
   * @throws one error that lists everything that AWS would reject
   */
  constructor(scope: Construct, id: string, props: CompliantVaultProps = {}) {
    expectKinds(new.target.name, { scope, id, props }, NEW_VAULT);
    super(scope, id, { physicalName: props.vaultName ?? physicalName(scope, id, 50) });
    const vault = readVault(props);
    refuse(this, vaultProblems(this, vault));
    advise(this, vaultWarnings(this, vault));
    compareDeployers(this, vault.guard);
    compareExemptRoles(this, vault.guard);

    const { guard } = vault;
    this.lock = props.lock;
    this._guarded = guard._denies;
    this.deletionExemptArns = guard._exemptArns(this);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
    this.encryptionKey = props.encryptionKey ?? this.createKey(guard, removalPolicy);
    this.shareKeyWith(this.stack.account);
    this.accessPolicy = new VaultAccessPolicy(guard._statements(this), knownOf(this.stack.account));
    for (const source of props.allowCopiesFrom ?? []) { this.accessPolicy.admit(source); }

    const resource = new backup.CfnBackupVault(this, 'Resource', {
      backupVaultName: this.physicalName,
      encryptionKeyArn: this.encryptionKey.keyArn,
      lockConfiguration: props.lock?._render(),
      backupVaultTags: props.tags,
      accessPolicy: Lazy.any({ produce: () => this.accessPolicy.render() }),
    });
    resource.applyRemovalPolicy(removalPolicy);
    expectUnique({ construct: this, resource, value: UNIQUE.vault, names: '\'vaultName\'' });

    this.node.addValidation({
      validate: () => {
        const hasLock = propertiesOf(resource).LockConfiguration !== undefined;
        advise(this, [...keyWarnings(props), ...this.accessPolicy.warnings(this, ownerOf(resource), hasLock)]);
        return this.accessPolicy.problems(this).map(String);
      },
    });

    this.backupVaultName = Lazy.uncachedString({
      produce: (context) => Stack.of(context.scope) === this.stack ? resource.ref : this.physicalName,
    });
    this.backupVaultArn = Lazy.uncachedString({
      produce: (context) => {
        const literal = Stack.of(context.scope) === this.stack ? undefined : vaultArnIn(resource);
        return literal ?? resource.attrBackupVaultArn;
      },
    });
  }

  /** A reference to this vault. */
  public get backupVaultRef(): aws_backup.BackupVaultReference {
    return { backupVaultName: this.backupVaultName, backupVaultArn: this.backupVaultArn };
  }

  /**
   * Adds a statement to the access policy of the vault, after the deletion guard. A policy that does not follow the grammar of IAM fails the synthesis.
   *
   * @throws an error on a wildcard in `Action`, and on a statement that allows another account anything other than
   * `backup:CopyIntoBackupVault`. AWS Backup rejects both in the access policy of a vault.
   */
  public addToAccessPolicy(statement: iam.PolicyStatement): void {
    this.expect({ statement }, STATEMENT);
    this.refuseCall([...wildcardActionProblems('actions', statement.actions.map(knownOf)), ...this.accessPolicy.problemsOf(statement)]);
    this.accessPolicy.add(statement);
  }

  /**
   * Allows an account to copy recovery points into this vault. A second call with the same account changes nothing.
   *
   * @throws an error on an account ID that does not have twelve digits
   */
  public allowCopiesFrom(source: CopySource): void {
    this.expect({ source }, SOURCE);
    this.refuseCall(source._problems('source'));
    this.accessPolicy.admit(source);
  }

  /**
   * Grants AWS Backup actions on this vault.
   *
   * @throws an error on a wildcard in the actions
   */
  public grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    this.expect({ grantee, actions }, GRANT);
    this.refuseCall(wildcardActionProblems('actions', actions.map(knownOf)));
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.backupVaultArn] });
  }

  /**
   * Grants the permissions that are required to start a backup into this vault.
   *
   * @param backupRole The role that the grantee passes to AWS Backup. By default, the grantee can pass no role.
   */
  public grantStartBackup(grantee: iam.IGrantable, backupRole?: iam.IRole): iam.Grant {
    this.expect({ grantee, backupRole }, GRANT_BACKUP);
    return grantStartBackup(this, grantee, backupRole);
  }

  /**
   * Grants the permissions that are required to find and restore recovery points of this vault. AWS Backup authorizes a restore on the recovery
   * point, whose ARN does not contain the vault. The grant therefore covers all recovery points of the account and Region.
   *
   * @param restoreRole The role that the grantee passes to AWS Backup. By default, the grantee can pass no role.
   */
  public grantStartRestore(grantee: iam.IGrantable, restoreRole?: iam.IRole): iam.Grant {
    this.expect({ grantee, restoreRole }, GRANT_RESTORE);
    return grantStartRestore(this, grantee, restoreRole);
  }

  /**
   * Allows AWS Backup in another account to use the key of this vault, so that it can copy recovery points from here. A plan of this app
   * that copies to another account does this for you. A second call with the same account changes nothing. An imported key is not changed.
   *
   * @throws an error on an account ID that does not have twelve digits
   */
  public shareKeyWith(accountId: string): void {
    this.expect({ accountId }, ACCOUNT);
    this.refuseCall(accountProblems('accountId', knownOf(accountId)));
    if (this.keySharedWith.has(accountId)) { return; }
    this.keySharedWith.add(accountId);
    const added = backupServiceRoleStatements(accountId).map((statement) => this.encryptionKey.addToResourcePolicy(statement, true).statementAdded);
    if (added.includes(false) && accountId !== this.stack.account) {
      warn(this, 'keyNotShared', `This app does not own the key of the vault and cannot share it with the account '${accountId}'. Copies to that account fail without it. `
        + 'Share the key with AWSServiceRoleForBackup of that account.');
    }
  }

  private createKey(guard: DeletionGuard, removalPolicy: RemovalPolicy): kms.Key {
    const key = new kms.Key(this, 'Key', {
      // The alias is deleted with the stack: a retained alias would block the next deployment, and the key works without it
      alias: `alias/backup-vault/${this.physicalName}`,
      description: `Backups in the vault ${this.physicalName}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    for (const statement of guard._keyStatements(this)) { key.addToResourcePolicy(statement); }
    return key;
  }

  private expect<A extends object>(given: A, kinds: KindsOf<A>): void {
    this.refuseCall(kindProblems('', given, kinds));
  }

  /** For calls after the constructor, which must not remove the vault from the tree. */
  private refuseCall(problems: readonly Problem[]): void {
    if (problems.length > 0) { throw new Error(`CompliantVault '${this.node.path}': ${problems.join(' ')}`); }
  }
}
