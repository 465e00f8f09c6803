import type { Attempt } from '../attempt';
import {
  type Caller,
  ANONYMOUS, STRANGE_ACCOUNT, administrator, backupServiceRole, deploying, extendedServiceRole,
  roleWithAllRights, roleWithoutRights, root, service, sessionOf,
  sessionWithAllRights, where,
} from '../callers';
import { IMPORTED_TOPIC, PARTNER } from '../options';
import type { Governed } from '../policies';

const FOR_AWS_RESOURCE = { 'kms:GrantIsForAWSResource': 'true' };
const USES = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'];
/** Through the service of the copied backup. */
const COPYING = ['kms:DescribeKey', 'kms:ReEncryptFrom', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:CreateGrant', 'kms:ListGrants'];
const GRANTS = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'];
const RUIN = ['kms:ScheduleKeyDeletion', 'kms:PutKeyPolicy', 'kms:DisableKey'];

const isOfVault = ({ name }: Governed) => /\/Vault[^/]*$/.test(name) || isShared({ name });
const isShared = ({ name }: Pick<Governed, 'name'>) => name.startsWith('options/Shared/Given') || name.startsWith('cross-account/Service/VaultKey');
/** Keys that a vault creates with its guard. */
const isGuarded = (key: Governed) => isOfVault(key) && !/^options\/(Shared|Strict|Unguarded)\//.test(key.name);
const isUnguarded = (key: Governed) => !isGuarded(key);
const isStrict = ({ name }: Governed) => name.startsWith('options/Strict/');
const isOfTopic = ({ name }: Governed) => name.startsWith('orders/OrdersBackup/AlertsKey');
const isOfRecorder = ({ name }: Governed) => name.startsWith('options/Recorded/');

function each(actions: readonly string[], row: Omit<Attempt, 'on' | 'does'>): Attempt[] {
  return actions.map((does) => ({ on: 'key', does, ...row }));
}

function theRole(name: string): (key: Governed, all: readonly Governed[]) => Caller {
  return (_, all) => sessionOf(all.find((other) => other.kind === 'role' && other.name.startsWith(name))!);
}

const inAccount = (caller: (account: string) => Caller) => ({ account }: Governed) => caller(account);

export const AT_KEYS: readonly Attempt[] = [
  // The account must be able to administer its keys
  ...each(['kms:DescribeKey', 'kms:CancelKeyDeletion'], { which: (key) => !isStrict(key), who: inAccount(root), verdict: 'Allowed' }),
  ...each(RUIN, { which: isUnguarded, who: inAccount(root), verdict: 'Allowed' }),
  // AWS KMS rejects a policy that its caller could not change again
  ...each(RUIN, { who: deploying, verdict: 'Allowed' }),
  // The guard denies all others, also if the vault is sealed
  ...each(RUIN, { which: isGuarded, who: inAccount(root), verdict: 'ExplicitlyDenied' }),
  ...each(RUIN, { which: isGuarded, who: inAccount(administrator), verdict: 'ExplicitlyDenied' }),
  ...each(RUIN, { which: isGuarded, who: inAccount(extendedServiceRole), verdict: 'ExplicitlyDenied' }),
  ...each(RUIN, { which: isGuarded, who: ({ account }) => deploying({ account, region: 'sa-east-1' }), verdict: 'ExplicitlyDenied' }),
  ...each(RUIN, { which: isGuarded, who: () => administrator(STRANGE_ACCOUNT), verdict: 'ExplicitlyDenied' }),
  ...each(RUIN, {
    which: ({ name }) => name.startsWith('compliance-lock/') && /\/Vault[^/]*$/.test(name),
    who: (_, all) => sessionWithAllRights(all.find(({ name }) => name.startsWith('compliance-lock/Records/BreakGlass'))!),
    verdict: 'Allowed',
  }),
  ...each(USES, { who: inAccount(roleWithoutRights), verdict: 'ImplicitlyDenied' }),
  ...each([...USES, 'kms:CreateGrant'], { who: () => administrator(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' }),
  ...each(RUIN, { which: isUnguarded, who: () => administrator(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { who: () => root(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { who: () => extendedServiceRole(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { who: () => ANONYMOUS, verdict: 'ImplicitlyDenied' }),
  ...each(USES, { who: () => service('s3'), verdict: 'ImplicitlyDenied' }),

  // AWS Backup copies with its service-linked role in both accounts, so the policies of both keys must allow it
  ...each(COPYING, { which: isOfVault, who: ({ account, region }) => backupServiceRole(account, region), verdict: 'Allowed' }),
  ...each(COPYING, { which: isShared, who: ({ region }) => backupServiceRole(PARTNER, region), verdict: 'Allowed' }),
  ...each([...USES, 'kms:Encrypt', 'kms:ReEncryptFrom'], { which: isOfVault, who: inAccount(extendedServiceRole), verdict: 'Allowed' }),
  ...each([...USES, 'kms:Encrypt', 'kms:ReEncryptFrom'], { which: isShared, who: () => extendedServiceRole(PARTNER), verdict: 'Allowed' }),
  // Grants are only for a service that acts on behalf of the role
  ...each(GRANTS, { which: isShared, who: () => where(extendedServiceRole(PARTNER), 'for AWS', FOR_AWS_RESOURCE), verdict: 'Allowed' }),
  ...each(GRANTS, { which: isShared, who: () => extendedServiceRole(PARTNER), verdict: 'ImplicitlyDenied' }),
  ...each(GRANTS, { which: isStrict, who: inAccount(extendedServiceRole), verdict: 'ImplicitlyDenied' }),
  ...each(RUIN, { which: (key) => isShared(key) && isUnguarded(key), who: () => extendedServiceRole(PARTNER), verdict: 'ImplicitlyDenied' }),
  ...each(RUIN, { which: (key) => isShared(key) && isGuarded(key), who: () => extendedServiceRole(PARTNER), verdict: 'ExplicitlyDenied' }),
  ...each(['kms:RetireGrant'], { which: isStrict, who: inAccount(extendedServiceRole), verdict: 'ImplicitlyDenied' }),
  // No other principal can: not in the other account, and in this account only if the key policy allows it
  ...each([...USES, ...GRANTS], { which: isShared, who: () => where(administrator(PARTNER), 'for AWS', FOR_AWS_RESOURCE), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { which: isShared, who: () => root(PARTNER), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { which: isShared, who: () => roleWithAllRights(PARTNER, 'AWSServiceRoleForBackup'), verdict: 'ImplicitlyDenied' }),
  ...each(['kms:Decrypt', 'kms:GenerateDataKey', ...GRANTS], {
    which: isStrict, who: ({ account }) => where(administrator(account), 'for AWS', FOR_AWS_RESOURCE), verdict: 'ImplicitlyDenied',
  }),
  ...each(USES, { which: isOfVault, who: () => service('backup'), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { which: (key) => isOfVault(key) && !isShared(key) && key.account !== PARTNER, who: () => extendedServiceRole(PARTNER), verdict: 'ImplicitlyDenied' }),

  // Publishing to the topic requires its key: AWS Backup uses its service principal, EventBridge uses a role
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], { which: isOfTopic, who: ({ account }) => service('backup', { account }), context: { 'kms:ViaService': 'sns.eu-central-1.amazonaws.com' }, verdict: 'Allowed' }),
  // If SNS does not pass the source on, no message is lost
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], { which: isOfTopic, who: () => service('backup'), verdict: 'Allowed' }),
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], { which: isOfTopic, who: () => service('backup', { account: STRANGE_ACCOUNT }), verdict: 'ImplicitlyDenied' }),
  ...each([...RUIN, 'kms:CreateGrant', 'kms:Encrypt'], { which: isOfTopic, who: ({ account }) => service('backup', { account }), verdict: 'ImplicitlyDenied' }),
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], { which: isOfTopic, who: theRole('orders/OrdersBackup/AlertsRuleRole'), verdict: 'Allowed' }),
  ...each(USES, { which: isOfTopic, who: ({ account }) => service('events', { account }), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { which: isOfTopic, who: ({ account }) => service('sns', { account }), verdict: 'ImplicitlyDenied' }),
  ...each(RUIN, { which: isOfTopic, who: theRole('orders/OrdersBackup/AlertsRuleRole'), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { which: isOfVault, who: theRole('orders/OrdersBackup/AlertsRuleRole'), verdict: 'ImplicitlyDenied' }),

  // The key of an imported topic is unknown, so the role can use any key for messages of that topic
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], {
    which: isOfTopic, who: theRole('options/Imported/WiringRuleRole'), context: { 'kms:EncryptionContext:aws:sns:topicArn': IMPORTED_TOPIC }, verdict: 'Allowed',
  }),
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], {
    which: isOfTopic, who: theRole('options/Imported/WiringRuleRole'), context: { 'kms:EncryptionContext:aws:sns:topicArn': `${IMPORTED_TOPIC}2` }, verdict: 'ImplicitlyDenied',
  }),
  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], { which: isOfVault, who: theRole('options/Imported/WiringRuleRole'), verdict: 'ImplicitlyDenied' }),

  ...each(['kms:GenerateDataKey', 'kms:Decrypt'], { which: isOfRecorder, who: theRole('options/Recorded/AuditConfigRecorderRole'), verdict: 'Allowed' }),
  ...each(RUIN, { which: isOfRecorder, who: theRole('options/Recorded/AuditConfigRecorderRole'), verdict: 'ImplicitlyDenied' }),
  ...each(USES, { which: isOfRecorder, who: ({ account }) => service('config', { account }), verdict: 'ImplicitlyDenied' }),
];
