import { readFileSync } from 'fs';
import { join } from 'path';
import { type Attempt, tryOnAll } from './attempt';
import { type Caller, STRANGE_ACCOUNT, administrator, deploying, root, roleWithAllRights, sessionWithAllRights } from './callers';
import type { Governed, PolicyKind } from './policies';
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

/** What somebody tries, with the resource that each call names. */
type Calls = readonly { readonly on: PolicyKind; readonly does: string; readonly to?: Attempt['to']; readonly byOwnPolicies?: true; readonly context?: Caller['context'] }[];

const DELETE: Calls = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'].map((does) => ({ on: 'vault', does, to: recoveryPoint }));
const PROTECTION: Calls = ['PutBackupVaultAccessPolicy', 'DeleteBackupVaultAccessPolicy', 'PutBackupVaultLockConfiguration', 'DeleteBackupVaultLockConfiguration']
  .map((name) => ({ on: 'vault', does: `backup:${name}` }));
const KEY: Calls = ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'].map((does) => ({ on: 'key', does }));
const SILENCE: Calls = ['backup:PutBackupVaultNotifications', 'backup:DeleteBackupVaultNotifications'].map((does) => ({ on: 'vault', does }));
const COPY: Calls = ['backup:StartCopyJob', 'backup:CopyFromBackupVault'].map((does) => ({ on: 'vault', does, to: recoveryPoint }));
const RESTORE: Calls = [{ on: 'vault', does: 'backup:StartRestoreJob', to: recoveryPoint }];
const DISASSOCIATE: Calls = [{ on: 'vault', does: 'backup:DisassociateRecoveryPoint', to: recoveryPoint }];
const PLAN: Calls = ['backup:DeleteBackupPlan', 'backup:DeleteBackupSelection'].map((does) => ({ on: 'vault', does, to: of('backup-plan'), byOwnPolicies: true }));
const TAGS: Calls = [{ on: 'vault', does: 'dynamodb:UntagResource', to: ({ region, account }) => `arn:aws:dynamodb:${region}:${account}:table/orders`, byOwnPolicies: true }];
const executionRole = ({ region, account }: Governed) => `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`;
const BECOME: Calls = [
  { on: 'vault', does: 'iam:UpdateAssumeRolePolicy', to: executionRole, byOwnPolicies: true },
  { on: 'vault', does: 'iam:CreateRole', to: executionRole, byOwnPolicies: true },
  { on: 'vault', does: 'iam:PassRole', to: executionRole, byOwnPolicies: true, context: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
];

function row(who: string, does: string, answer: Answer, calls: Calls, caller: Attempt['who'], which: Attempt['which'] = isTheirs, verdict = verdictOf(answer)): Row {
  return { who, does, answer, attempts: calls.map((call) => ({ ...call, which, who: caller, verdict })) };
}

function verdictOf(answer: Answer): Attempt['verdict'] {
  return answer === 'Allowed' ? 'Allowed' : 'ExplicitlyDenied';
}

const admin: Attempt['who'] = ({ account }) => administrator(account);
const backupRole: Attempt['who'] = ({ account }, all) => sessionWithAllRights(
  all.find((each) => each.kind === 'role' && each.account === account && JSON.stringify(each.policy).includes('"backup.amazonaws.com"')) ?? breakGlassless(all));
const breakGlassless = (all: readonly Governed[]) => all.find((each) => each.kind === 'role' && JSON.stringify(each.policy).includes('"backup.amazonaws.com"'))!;
const another: Attempt['who'] = () => administrator(STRANGE_ACCOUNT);
const management: Attempt['who'] = ({ account }) => roleWithAllRights(account, 'OrganizationAccountAccessRole');
const isRecords = (governed: Governed) => isTheirs(governed) && governed.name.startsWith('compliance-lock/');

export const ROWS: readonly Row[] = [
  row('An administrator', 'deletes a recovery point, or shortens its retention', 'Denied', DELETE, admin),
  row('An administrator', 'changes or deletes the vault policy or the lock', 'Denied', PROTECTION, admin),
  row('An administrator', 'disables the key, schedules its deletion, or changes its policy', 'Denied', KEY, admin),
  row('An administrator', 'changes or deletes the notifications of the vault', 'Denied', SILENCE, admin),
  row('An administrator', 'copies recovery points out of the vault', 'Allowed', COPY, admin),
  row('An administrator', 'restores a recovery point', 'Allowed', RESTORE, admin),
  row('An administrator', 'disassociates a continuous recovery point from AWS Backup', 'Allowed', DISASSOCIATE, admin),
  row('An administrator', 'deletes the plan or a selection', 'Allowed', PLAN, admin),
  row('An administrator', 'removes the tags that select a resource', 'Allowed', TAGS, admin),
  row('An administrator', 'takes over an exempt role: changes its trust policy, creates it, or passes it to CloudFormation', 'Allowed', BECOME, admin),
  row('An exempt role', 'deletes a recovery point, or shortens its retention', 'Allowed', DELETE, (_, all) => sessionWithAllRights(breakGlass(all)), isRecords),
  row('An exempt role', 'disables the key, schedules its deletion, or changes its policy', 'Allowed', KEY, (_, all) => sessionWithAllRights(breakGlass(all)), isRecords),
  row('A stolen backup role', 'deletes a recovery point, or shortens its retention', 'Denied', DELETE, backupRole),
  row('A stolen backup role', 'disables the key, schedules its deletion, or changes its policy', 'Denied', KEY, backupRole),
  row('A stolen backup role', 'restores a recovery point', 'Allowed', RESTORE, backupRole),
  row('Who can deploy with CloudFormation', 'deletes a recovery point, or shortens its retention', 'Allowed', DELETE, deploying),
  row('Who can deploy with CloudFormation', 'changes or deletes the vault policy or the lock', 'Allowed', PROTECTION, deploying),
  row('Who can deploy with CloudFormation', 'disables the key, schedules its deletion, or changes its policy', 'Allowed', KEY, deploying),
  row('The root user', 'deletes a recovery point, or shortens its retention', 'Denied', DELETE, ({ account }) => root(account)),
  row('The root user', 'changes or deletes the vault policy or the lock', 'Denied', PROTECTION, ({ account }) => root(account)),
  row('The root user', 'disables the key, schedules its deletion, or changes its policy', 'Denied', KEY, ({ account }) => root(account)),
  row('Another account', 'deletes a recovery point, or shortens its retention', 'Denied', DELETE, another),
  row('Another account', 'disables the key, schedules its deletion, or changes its policy', 'Denied', KEY, another),
  row('Another account', 'copies recovery points out of the vault', 'Denied', COPY, another, isTheirs, 'ImplicitlyDenied'),
  row('Another account', 'restores a recovery point', 'Denied', RESTORE, another, isTheirs, 'ImplicitlyDenied'),
  row('The management account, with its role in the account', 'deletes a recovery point, or shortens its retention', 'Denied', DELETE, management),
  row('The management account, with its role in the account', 'disables the key, schedules its deletion, or changes its policy', 'Denied', KEY, management),
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
