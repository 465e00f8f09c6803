import { Lazy, RemovalPolicy, Resource, Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { CompliantVaultProps } from './compliant-vault-props';
import { CopySource } from './copy-source';
import { DeletionGuard } from './deletion-guard';
import { VaultAccessPolicy } from './vault-access-policy';
import { grantStartBackup, grantStartRestore } from './vault-grants';
import type { VaultLock } from './vault-lock';
import { validateVault } from './vault-validation';
import { backupServiceRoleStatements } from '../cdk/keys';
import { knownOf } from '../cdk/measures';
import { physicalName } from '../cdk/physical-name';
import { Problems } from '../cdk/problems';
import { propertiesOf } from '../cdk/resource-properties';
import { stateLock, vaultArnIn } from '../cdk/vault-facts';
import { advise, warn } from '../cdk/warnings';
import { accountProblems, wildcardActionProblems } from '../validation/vault/access-policy';

/**
 * A backup vault that is encrypted with a customer managed key, guarded against deletion, and lockable.
 *
 * Its name, its key and its construct path cannot be changed in place. A new name or path makes another vault and leaves the old one with its
 * recovery points. CloudFormation refuses a new key alone: the vault needs a new name too.
 *
 * The constructor throws one error that lists everything that AWS would reject.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vaults.html
 */
export class CompliantVault extends Resource implements backup.IBackupVault {
  /**
   * Refers to a vault that this app does not own.
   *
   * @param lock its lock, which plans are then checked against; unknown when left out
   * @throws an error on bounds of the lock that AWS would reject
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vaults.html
   */
  public static fromBackupVaultArn(scope: Construct, id: string, backupVaultArn: string, lock?: VaultLock): backup.IBackupVault {
    return withLock(backup.BackupVault.fromBackupVaultArn(scope, id, backupVaultArn), lock);
  }

  /**
   * Refers to a vault of this account and Region that this app does not own.
   *
   * @param lock its lock, which plans are then checked against; unknown when left out
   * @throws an error on bounds of the lock that AWS would reject
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vaults.html
   */
  public static fromBackupVaultName(scope: Construct, id: string, backupVaultName: string, lock?: VaultLock): backup.IBackupVault {
    return withLock(backup.BackupVault.fromBackupVaultName(scope, id, backupVaultName), lock);
  }

  /**
   * The name of the vault. In its own stack a reference, so that what uses it is deployed after it; elsewhere the literal
   * name, without an export.
   *
   * @attribute
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html
   */
  public readonly backupVaultName: string;

  /**
   * The ARN of the vault. In its own stack a reference; elsewhere literal where the vault's account and Region are known.
   *
   * @attribute
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
   */
  public readonly backupVaultArn: string;

  /**
   * The key that encrypts the vault.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
   */
  public readonly encryptionKey: kms.IKey;

  /**
   * The lock of the vault.
   *
   * @default - no lock
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  public readonly lock?: VaultLock;

  /**
   * The roles that the deletion guard lets through, as ARNs: what the audit control for manual deletion takes as its
   * `principalArnList`.
   *
   * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
   */
  public readonly deletionExemptArns: string[];

  /**
   * Whether the deletion of recovery points by hand is denied.
   *
   * @internal
   */
  public readonly _guarded: boolean;

  private readonly accessPolicy: VaultAccessPolicy;
  private readonly keySharedWith = new Set<string>();

  /**
   * Makes a vault, and a key for it unless one is given.
   *
   * @throws one error that lists everything that AWS would reject
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html
   */
  constructor(scope: Construct, id: string, props: CompliantVaultProps = {}) {
    super(scope, id, { physicalName: props.vaultName ?? physicalName(scope, id, 50) });
    const guard = props.guard ?? DeletionGuard.exempting();
    validateVault(this, props, guard);

    this.lock = props.lock;
    this._guarded = guard._denies;
    this.deletionExemptArns = guard._exemptArns(this);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
    this.encryptionKey = props.encryptionKey ?? new kms.Key(this, 'Key', {
      // The alias is deleted with the stack: one that stays would block the next deployment, and a key works without it
      alias: `alias/backup-vault/${this.physicalName}`,
      description: `Backups in the vault ${this.physicalName}`,
      enableKeyRotation: true,
      removalPolicy,
    });
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

    this.node.addValidation({
      validate: () => {
        advise(this, this.accessPolicy.warnings(propertiesOf(resource).LockConfiguration !== undefined));
        return this.accessPolicy.problems();
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

  /**
   * A reference to this vault.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
   */
  public get backupVaultRef(): aws_backup.BackupVaultReference {
    return { backupVaultName: this.backupVaultName, backupVaultArn: this.backupVaultArn };
  }

  /**
   * Adds a statement to the vault's access policy, after the deletion guard.
   *
   * @throws an error on a wildcard in `Action`, and on a statement that allows another account anything but
   * `backup:CopyIntoBackupVault`: AWS Backup rejects both in a vault's policy
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
   */
  public addToAccessPolicy(statement: iam.PolicyStatement): void {
    this.refuse([...wildcardActionProblems('actions', statement.actions.map(knownOf)), ...this.accessPolicy.problemsOf(statement)]);
    this.accessPolicy.add(statement);
  }

  /**
   * Lets an account copy recovery points into this vault. Doing so twice changes nothing.
   *
   * @throws an error if the id is not one of twelve digits
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
   */
  public allowCopiesFrom(source: CopySource): void {
    this.refuse(source._problems('source'));
    this.accessPolicy.admit(source);
  }

  /**
   * Grants actions of AWS Backup on this vault.
   *
   * @throws an error on a wildcard in the actions
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
   */
  public grant(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    this.refuse(wildcardActionProblems('actions', actions.map(knownOf)));
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns: [this.backupVaultArn] });
  }

  /**
   * Grants what starting a backup into this vault takes.
   *
   * @param backupRole the role that the grantee hands to AWS Backup; without it the grantee may pass no role
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
   */
  public grantStartBackup(grantee: iam.IGrantable, backupRole?: iam.IRole): iam.Grant {
    return grantStartBackup(this, grantee, backupRole);
  }

  /**
   * Grants what finding a recovery point in this vault and restoring it takes. AWS Backup authorises a restore on the
   * recovery point, whose ARN does not name the vault, so that the grant covers the recovery points of this account and
   * Region.
   *
   * @param restoreRole the role that the grantee hands to AWS Backup; without it the grantee may pass no role
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
   */
  public grantStartRestore(grantee: iam.IGrantable, restoreRole?: iam.IRole): iam.Grant {
    return grantStartRestore(this, grantee, restoreRole);
  }

  /**
   * Lets the AWS Backup of another account use this vault's key, so that it can copy from here. A plan of this app that
   * copies to another account does so by itself; this is for copies that are made elsewhere. Doing so twice changes nothing.
   *
   * An imported key is not changed.
   *
   * @throws an error if the id is not one of twelve digits
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
   */
  public shareKeyWith(accountId: string): void {
    this.refuse(accountProblems('accountId', knownOf(accountId)));
    if (this.keySharedWith.has(accountId)) { return; }
    this.keySharedWith.add(accountId);
    const added = backupServiceRoleStatements(accountId).map((statement) => this.encryptionKey.addToResourcePolicy(statement, true).statementAdded);
    if (added.includes(false) && accountId !== this.stack.account) {
      warn(this, 'keyNotShared', `the key of the vault is not owned by this app and cannot be shared with the account '${accountId}', and copies of what it encrypts `
        + 'fail without: share it with that account\'s AWSServiceRoleForBackup');
    }
  }

  /** For what is asked of the vault once it exists. */
  private refuse(problems: string[]): void {
    if (problems.length > 0) { throw new Error(`CompliantVault '${this.node.path}': ${problems.join('; ')}`); }
  }
}

function withLock(vault: backup.IBackupVault, lock: VaultLock | undefined): backup.IBackupVault {
  if (lock) {
    const found: string[] = [];
    const days = lock._days(found);
    const problems = new Problems();
    problems.add(...found);
    problems.throwIfAny(vault as unknown as Construct, CompliantVault.name);
    stateLock(vault, days);
  }
  return vault;
}
