import type { Attempt } from '../attempt';
import {
  type Caller,
  ANONYMOUS, ORGANIZATION, OTHER_ORGANIZATION, STRANGE_ACCOUNT, administrator, deploying, inOrganization, roleWithAllRights, roleWithoutRights, root,
  service, sessionWithAllRights,
} from '../callers';
import { PARTNER, UNIT } from '../options';
import type { Governed } from '../policies';

const DELETIONS = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'];
const REMOVALS = [
  'backup:PutBackupVaultAccessPolicy', 'backup:DeleteBackupVaultAccessPolicy',
  'backup:PutBackupVaultLockConfiguration', 'backup:DeleteBackupVaultLockConfiguration',
];
const SILENCING = ['backup:PutBackupVaultNotifications', 'backup:DeleteBackupVaultNotifications'];
const COPY = 'backup:CopyIntoBackupVault';

const isSealed = ({ name }: Governed) => name.startsWith('options/Sealed/');
const isUnguarded = ({ name }: Governed) => name.startsWith('options/Unguarded/');
const isGuarded = (vault: Governed) => !isUnguarded(vault);
const isOpenToSome = (vault: Governed) => isGuarded(vault) && !isSealed(vault);
const isOf = (example: string) => ({ name }: Governed) => name.startsWith(example);
const isRecords = isOf('compliance-lock/');
const isOrganizations = isOf('cross-account/BackupAccount/');
const isShared = isOf('options/Shared/');

function recoveryPointIn({ region, account }: Governed): string {
  return `arn:aws:backup:${region}:${account}:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45`;
}

/** Each action on the resource that AWS Backup checks: a recovery point or the vault. */
function each(actions: readonly string[], row: Omit<Attempt, 'on' | 'does' | 'to'>): Attempt[] {
  return actions.map((does) => ({ on: 'vault', does, ...DELETIONS.includes(does) ? { to: recoveryPointIn } : {}, ...row }));
}

const admin = ({ account }: Governed) => administrator(account);
const partner = () => administrator(PARTNER);
const member = () => inOrganization(administrator(STRANGE_ACCOUNT), ORGANIZATION);

/** The guard denies, regardless of the policies of the caller. */
const GUARD: Attempt[] = [
  ...each([...DELETIONS, ...REMOVALS], { which: isGuarded, who: admin, verdict: 'ExplicitlyDenied' }),
  ...each([...DELETIONS, ...REMOVALS], { which: isGuarded, who: ({ account }) => root(account), verdict: 'ExplicitlyDenied' }),
  ...each([...DELETIONS, ...REMOVALS], { which: isGuarded, who: ({ account }, all) => sessionWithAllRights(backupRoleOf(account, all)), verdict: 'ExplicitlyDenied' }),
  // Principals with a name similar to that of the exempt role
  ...each(DELETIONS, {
    which: isGuarded, who: ({ account, region }) => roleWithAllRights(account, `cdk-hnb659fds-cfn-exec-role-${account}-${region}`, 'elsewhere/'), verdict: 'ExplicitlyDenied',
  }),
  ...each(DELETIONS, { which: isGuarded, who: ({ account }) => deploying({ account, region: 'sa-east-1' }), verdict: 'ExplicitlyDenied' }),
  ...each(DELETIONS, { which: isGuarded, who: ({ region }) => deploying({ account: STRANGE_ACCOUNT, region }), verdict: 'ExplicitlyDenied' }),
  ...each(DELETIONS, { which: isGuarded, who: () => service('s3'), verdict: 'ExplicitlyDenied' }),
  ...each(DELETIONS, { which: isGuarded, who: () => ANONYMOUS, verdict: 'ExplicitlyDenied' }),

  // CloudFormation must still be able to deploy. An exempt role is not denied, but also not allowed
  ...each([...REMOVALS, ...SILENCING], { which: isOpenToSome, who: deploying, verdict: 'Allowed' }),
  ...each(SILENCING, { which: isOpenToSome, who: admin, verdict: 'ExplicitlyDenied' }),
  // Notifications of a sealed vault can still change, and those of a vault without a guard
  ...each(SILENCING, { which: (vault) => !isOpenToSome(vault), who: admin, verdict: 'Allowed' }),
  ...each(DELETIONS, { which: isOpenToSome, who: (vault) => ({ ...deploying(vault), identity: [] }), verdict: 'ImplicitlyDenied' }),
  // The role for emergencies, on its vault and on another vault of the account
  ...each([...DELETIONS, ...REMOVALS], { which: isRecords, who: (_, all) => breakGlass(all), verdict: 'Allowed' }),
  ...each([...DELETIONS, ...REMOVALS], { which: isOf('orders/OrdersBackup/'), who: (_, all) => breakGlass(all), verdict: 'ExplicitlyDenied' }),
  // A seal has no exceptions
  ...each([...DELETIONS, ...REMOVALS], { which: isSealed, who: deploying, verdict: 'ExplicitlyDenied' }),
  // Without a guard, the policies of the caller decide within the account
  ...each(DELETIONS, { which: isUnguarded, who: admin, verdict: 'Allowed' }),
  ...each(DELETIONS, { which: isUnguarded, who: partner, verdict: 'ImplicitlyDenied' }),

  // Returns a continuous backup to its service. Not denied: the guide does not state that this action checks the vault policy, or that a vault
  // policy can name it
  { on: 'vault', does: 'backup:DisassociateRecoveryPoint', to: recoveryPointIn, who: admin, verdict: 'Allowed' },
  // Actions that a guard does not restrict
  ...each(['backup:DescribeBackupVault', 'backup:StartBackupJob', 'backup:DeleteBackupVault'], { who: admin, verdict: 'Allowed' }),
];

const COPIES: Attempt[] = [
  // Within the account, the policies of the copying role are sufficient
  { on: 'vault', does: COPY, who: admin, verdict: 'Allowed' },
  { on: 'vault', does: COPY, who: ({ account }) => roleWithoutRights(account), verdict: 'ImplicitlyDenied' },
  { on: 'vault', does: COPY, who: () => inOrganization(administrator(STRANGE_ACCOUNT), OTHER_ORGANIZATION), verdict: 'ImplicitlyDenied' },
  { on: 'vault', does: COPY, who: () => administrator(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' },
  { on: 'vault', does: COPY, who: () => ANONYMOUS, verdict: 'ImplicitlyDenied' },
  { on: 'vault', does: COPY, who: () => service('backup'), verdict: 'ImplicitlyDenied' },

  { on: 'vault', which: isOrganizations, does: COPY, who: member, verdict: 'Allowed' },
  { on: 'vault', which: isOrganizations, does: COPY, who: (_, all) => serviceAccount(all), verdict: 'Allowed' },
  // The wrong vault: the vault of the service does not allow access from other accounts
  { on: 'vault', which: isOf('cross-account/Service/'), does: COPY, who: member, verdict: 'ImplicitlyDenied' },
  { on: 'vault', which: isOf('cross-account/Service/'), does: COPY, who: partner, verdict: 'ImplicitlyDenied' },
  // A principal that can copy into the vault can do nothing else
  ...each(['backup:DescribeBackupVault', 'backup:StartBackupJob', 'backup:ListRecoveryPointsByBackupVault'], { which: isOrganizations, who: member, verdict: 'ImplicitlyDenied' }),
  { on: 'vault', which: isOrganizations, does: 'backup:StartRestoreJob', to: recoveryPointIn, who: member, verdict: 'ImplicitlyDenied' },
  ...each([...DELETIONS, ...REMOVALS], { which: isOrganizations, who: member, verdict: 'ExplicitlyDenied' }),

  { on: 'vault', which: isShared, does: COPY, who: () => inOrganization(administrator(STRANGE_ACCOUNT), ORGANIZATION, UNIT), verdict: 'Allowed' },
  { on: 'vault', which: isShared, does: COPY, who: () => inOrganization(administrator(STRANGE_ACCOUNT), ORGANIZATION, `${UNIT}/ou-ab12-22222222`), verdict: 'Allowed' },
  { on: 'vault', which: isShared, does: COPY, who: () => inOrganization(administrator(STRANGE_ACCOUNT), ORGANIZATION, `${UNIT}2`), verdict: 'ImplicitlyDenied' },
  { on: 'vault', which: isShared, does: COPY, who: () => inOrganization(administrator(STRANGE_ACCOUNT), ORGANIZATION, 'r-ab12'), verdict: 'ImplicitlyDenied' },
  { on: 'vault', which: isShared, does: COPY, who: () => inOrganization(administrator(STRANGE_ACCOUNT), OTHER_ORGANIZATION, UNIT), verdict: 'ImplicitlyDenied' },
  { on: 'vault', which: isShared, does: COPY, who: partner, verdict: 'Allowed' },
  { on: 'vault', which: isShared, does: COPY, who: () => roleWithoutRights(PARTNER), verdict: 'ImplicitlyDenied' },
];

export const AT_VAULTS: readonly Attempt[] = [...GUARD, ...COPIES];

function breakGlass(all: readonly Governed[]): Caller {
  return sessionWithAllRights(all.find(({ name }) => name.startsWith('compliance-lock/Records/BreakGlass'))!);
}

/** An administrator of the account whose plan copies, without the organization. */
function serviceAccount(all: readonly Governed[]): Caller {
  return administrator(all.find(isOf('cross-account/Service/'))!.account);
}

/** The role of a selection of any plan in the account, because AWS Backup lets each write to each vault. */
function backupRoleOf(account: string, all: readonly Governed[]): Governed {
  return all.find((other) => isBackupRole(other) && other.account === account) ?? all.find(isBackupRole)!;
}

function isBackupRole({ kind, policy }: Governed): boolean {
  return kind === 'role' && JSON.stringify(policy).includes('backup.amazonaws.com');
}
