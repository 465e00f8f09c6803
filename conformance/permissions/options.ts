import { type App, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  AuditControl, AuditFramework, BackupEvent, CompliantVault, ConfigRecorder, CopySource, DeletionGuard, NotificationWiring,
} from 'cdk-compliant-backup';
import { ORGANIZATION } from './callers';

export const UNIT = 'r-ab12/ou-ab12-11111111';
export const PARTNER = '444455556666';
export const IMPORTED_TOPIC = 'arn:aws:sns:eu-central-1:111122223333:everybody';

/** Options that change a policy, and that no example uses. */
export function options(app: App): void {
  const stack = (id: string) => new Stack(app, id, { env: { account: '111122223333', region: 'eu-central-1' } });

  new CompliantVault(stack('Sealed'), 'Vault', { guard: DeletionGuard.sealed({ acknowledgeIrreversible: true }) });
  new CompliantVault(stack('Unguarded'), 'Vault', {
    guard: DeletionGuard.none(), allowCopiesFrom: [CopySource.account(PARTNER)], // otherwise it has no policy
  });

  const shared = stack('Shared');
  const vault = new CompliantVault(shared, 'Vault', {
    encryptionKey: new Key(shared, 'Given', { enableKeyRotation: true }),
    allowCopiesFrom: [CopySource.organizationalUnit(`${ORGANIZATION}/${UNIT}`), CopySource.account(PARTNER)],
  });
  vault.shareKeyWith(PARTNER);

  // A key whose policy allows nobody to use it
  const strict = stack('Strict');
  const administration = new PolicyStatement({
    principals: [new AccountRootPrincipal()], actions: ['kms:DescribeKey', 'kms:PutKeyPolicy', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'], resources: ['*'],
  });
  new CompliantVault(strict, 'Vault', {
    encryptionKey: new Key(strict, 'VaultKey', { enableKeyRotation: true, policy: new PolicyDocument({ statements: [administration] }) }),
  });

  const grants = stack('Grants');
  const [backups, restores] = ['Backups', 'Restores'].map((id) => new Role(grants, id, { roleName: id, assumedBy: new ServicePrincipal('backup.amazonaws.com') }));
  const granted = new CompliantVault(grants, 'Vault', { vaultName: 'granted' });
  granted.grantStartBackup(new Role(grants, 'Starter', { assumedBy: new AccountRootPrincipal() }), backups);
  granted.grantStartRestore(new Role(grants, 'Restorer', { assumedBy: new AccountRootPrincipal() }), restores);

  new AuditFramework(stack('Recorded'), 'Audit', {
    controls: [AuditControl.recoveryPointsEncrypted()], configRecorder: ConfigRecorder.create(),
  });

  const central = new Stack(app, 'Central', { env: { account: '111122223333', region: 'eu-west-1' } }); // a Region has one recorder
  new AuditFramework(central, 'Audit', {
    controls: [AuditControl.recoveryPointsEncrypted()],
    configRecorder: ConfigRecorder.create({ bucket: Bucket.fromBucketAttributes(central, 'Logs', { bucketName: 'central', account: PARTNER }) }),
  });

  // Failed jobs are reported by EventBridge, access points by the vault
  const events = [BackupEvent.BACKUP_JOB_FAILED, BackupEvent.ACCESS_POINT_CREATION_FAILED];
  const plain = stack('Plain');
  new NotificationWiring(plain, 'Wiring', { vaults: [new CompliantVault(plain, 'Vault')], topic: new Topic(plain, 'Topic', { topicName: 'plain' }), events });
  const imported = stack('Imported');
  new NotificationWiring(imported, 'Wiring', { vaults: [new CompliantVault(imported, 'Vault')], topic: Topic.fromTopicArn(imported, 'Topic', IMPORTED_TOPIC), events });
}
