import { readFileSync } from 'fs';
import { join } from 'path';
import { type Attempt, tryOnAll } from './attempt';
import { STRANGE_ACCOUNT, administrator, deploying, root, roleWithAllRights, sessionWithAllRights } from './callers';
import type { Governed } from './policies';
import type { Report } from '../report';

const PAGE = 'docs/security.md';
type Answer = 'Denied' | 'Allowed';

/** A row of the page that IAM decides: who does what, and what the guards of this library answer. */
interface Row {
  readonly who: string;
  readonly does: string;
  readonly answer: Answer;
  readonly attempts: readonly Attempt[];
}

const isVault = (name: string) => name.startsWith('orders/OrdersBackup/') || name.startsWith('compliance-lock/');
const isTheirs = ({ name, kind }: Governed) => isVault(name) && (kind !== 'key' || /\/Vault[^/]*$/.test(name));
const recoveryPoint = ({ region, account }: Governed) => `arn:aws:backup:${region}:${account}:recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45`;
const of = (type: string) => ({ region, account }: Governed) => `arn:aws:backup:${region}:${account}:${type}:6f2d7a3c-0000-4000-8000-000000000000`;
const breakGlass = (all: readonly Governed[]) => all.find(({ name }) => name.startsWith('compliance-lock/Records/BreakGlass'))!;

/** What somebody tries, in the words of the page, with the resource that each call names. */
interface Deed {
  readonly does: string;
  readonly calls: readonly Call[];
  /** Whether no guard denies it, so that another account is denied only because no policy allows it. */
  readonly needsGrant?: true;
}
type Call = Pick<Attempt, 'on' | 'does' | 'to' | 'byOwnPolicies' | 'context'>;

const onVault = (names: string, options: Partial<Call> = {}): Call[] => names.split(' ').map((does) => ({ on: 'vault', does, ...options }));

const DELETE: Deed = {
  does: 'deletes a recovery point, or shortens its retention',
  calls: onVault('backup:DeleteRecoveryPoint backup:UpdateRecoveryPointLifecycle', { to: recoveryPoint }),
};
const PROTECTION: Deed = {
  does: 'changes or deletes the vault policy or the lock',
  calls: onVault('backup:PutBackupVaultAccessPolicy backup:DeleteBackupVaultAccessPolicy backup:PutBackupVaultLockConfiguration backup:DeleteBackupVaultLockConfiguration'),
};
const KEY: Deed = {
  does: 'disables the key, schedules its deletion, or changes its policy',
  calls: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'].map((does) => ({ on: 'key', does })),
};
const SILENCE: Deed = {
  does: 'changes or deletes the notifications of the vault',
  calls: onVault('backup:PutBackupVaultNotifications backup:DeleteBackupVaultNotifications'),
};
const COPY: Deed = {
  does: 'copies recovery points out of the vault',
  calls: onVault('backup:StartCopyJob backup:CopyFromBackupVault', { to: recoveryPoint }),
  needsGrant: true,
};
const RESTORE: Deed = { does: 'restores a recovery point', calls: onVault('backup:StartRestoreJob', { to: recoveryPoint }), needsGrant: true };
const DISASSOCIATE: Deed = {
  does: 'disassociates a continuous recovery point from AWS Backup',
  calls: onVault('backup:DisassociateRecoveryPoint', { to: recoveryPoint }),
};
const PLAN: Deed = {
  does: 'deletes the plan or a selection',
  calls: onVault('backup:DeleteBackupPlan backup:DeleteBackupSelection', { to: of('backup-plan'), byOwnPolicies: true }),
};
const TAGS: Deed = {
  does: 'removes the tags that select a resource',
  calls: onVault('dynamodb:UntagResource', { to: ({ region, account }) => `arn:aws:dynamodb:${region}:${account}:table/orders`, byOwnPolicies: true }),
};
const executionRole = ({ region, account }: Governed) => `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`;
const BECOME: Deed = {
  does: 'takes over an exempt role: changes its trust policy, creates it, or passes it to CloudFormation',
  calls: [
    ...onVault('iam:UpdateAssumeRolePolicy iam:CreateRole', { to: executionRole, byOwnPolicies: true }),
    ...onVault('iam:PassRole', { to: executionRole, byOwnPolicies: true, context: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } }),
  ],
};

function rowsOf(who: string, caller: Attempt['who'], answers: Partial<Record<Answer, readonly Deed[]>>, { which = isTheirs, ofAnotherAccount = false } = {}): Row[] {
  return (['Denied', 'Allowed'] as const).flatMap((answer) => (answers[answer] ?? []).map(({ does, calls, needsGrant }) => {
    const denial = needsGrant && ofAnotherAccount ? 'ImplicitlyDenied' : 'ExplicitlyDenied';
    return { who, does, answer, attempts: calls.map((call) => ({ ...call, which, who: caller, verdict: answer === 'Allowed' ? answer : denial })) };
  }));
}

const isRecords = (governed: Governed) => isTheirs(governed) && governed.name.startsWith('compliance-lock/');
const forBackups = ({ kind, policy }: Governed) => kind === 'role' && JSON.stringify(policy).includes('"backup.amazonaws.com"');
const admin: Attempt['who'] = ({ account }) => administrator(account);
const exempt: Attempt['who'] = (_, all) => sessionWithAllRights(breakGlass(all));
const backupRole: Attempt['who'] = ({ account }, all) => {
  const roles = all.filter(forBackups);
  return sessionWithAllRights(roles.find((role) => role.account === account) ?? roles[0]);
};

export const ROWS: readonly Row[] = [
  ...rowsOf('An administrator', admin, { Denied: [DELETE, PROTECTION, KEY, SILENCE], Allowed: [COPY, RESTORE, DISASSOCIATE, PLAN, TAGS, BECOME] }),
  ...rowsOf('An exempt role', exempt, { Allowed: [DELETE, KEY] }, { which: isRecords }),
  ...rowsOf('A stolen backup role', backupRole, { Denied: [DELETE, KEY], Allowed: [RESTORE] }),
  ...rowsOf('A principal that can deploy with CloudFormation', deploying, { Allowed: [DELETE, PROTECTION, KEY] }),
  ...rowsOf('The root user', ({ account }) => root(account), { Denied: [DELETE, PROTECTION, KEY] }),
  ...rowsOf('Another account', () => administrator(STRANGE_ACCOUNT), { Denied: [DELETE, KEY, COPY, RESTORE] }, { ofAnotherAccount: true }),
  ...rowsOf('The management account, with its role in the account', ({ account }) => roleWithAllRights(account, 'OrganizationAccountAccessRole'), { Denied: [DELETE, KEY] }),
];

/** The table of the page has these rows, and the engine confirms each. A row that IAM does not decide has a link to its source. */
export async function checkSecurity(report: Report, all: readonly Governed[]): Promise<void> {
  const lines = readFileSync(join(__dirname, '..', '..', PAGE), 'utf8').split('\n');
  const written = lines.filter((line) => line.startsWith('| ')).map((line) => line.slice(2, -2).split(' | '));
  const decided = written.filter(([, , answer]) => /^\*\*(Denied|Allowed)\*\*/.test(answer ?? ''));
  const keyOf = (who: string, does: string, answer: string) => `${who} ${does}: ${answer.replace(/^\*\*(\w+)\*\*.*$/, '$1')}`;
  const there = decided.map(([who, does, answer]) => keyOf(who, does, answer));
  const here = ROWS.map(({ who, does, answer }) => keyOf(who, does, answer));
  report.compared(`Rows of ${PAGE} that IAM decides, each with a test`, here.length, [
    ...there.filter((each) => !here.includes(each)).map((each) => `no test confirms '${each}'`), ...here.filter((each) => !there.includes(each)).map((each) => `${PAGE} does not have '${each}'`),
  ]);
  const tried = await Promise.all(ROWS.flatMap(({ attempts }) => attempts).map((attempt) => tryOnAll(attempt, all)));
  report.compared(`Attempts of ${PAGE}`, tried.flat().length, tried.flat().flatMap(({ difference }) => difference ?? []));
}
