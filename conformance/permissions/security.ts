import { readFileSync } from 'fs';
import { join } from 'path';
import { type Attempt, tryOnAll } from './attempt';
import { STRANGE_ACCOUNT, administrator, deploying, root, roleWithAllRights, sessionWithAllRights } from './callers';
import type { Governed } from './policies';
import type { Report } from '../report';

const PAGE = 'docs/security.md';
/** The source of the column on compliance locks. */
const LOCK_PAGE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html';
type Answer = 'Denied' | 'Allowed';

/** A row of the page that IAM decides: who does what, what the guards of this library answer, and what a compliance lock does. */
interface Row {
  readonly who: string;
  readonly does: string;
  readonly answer: Answer;
  readonly lock: string;
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
  /** The effect of a compliance lock, as `LOCK_PAGE` describes it. */
  readonly lock: string;
  /** Whether no guard denies it, so that another account is denied only because no policy allows it. */
  readonly needsGrant?: true;
}
type Call = Pick<Attempt, 'on' | 'does' | 'to' | 'byOwnPolicies' | 'context'>;

const onVault = (names: string, options: Partial<Call> = {}): Call[] => names.split(' ').map((does) => ({ on: 'vault', does, ...options }));

const PREVENTED = '[prevents it][lock]';
/** `LOCK_PAGE` lists what a lock denies. */
const NOT_PREVENTED = '[not listed][lock]';

const DELETE: Deed = {
  does: 'deletes a recovery point, or shortens its retention',
  calls: onVault('backup:DeleteRecoveryPoint backup:UpdateRecoveryPointLifecycle', { to: recoveryPoint }),
  lock: PREVENTED,
};
const PROTECTION: Deed = {
  does: 'changes or deletes the vault policy or the lock',
  calls: onVault('backup:PutBackupVaultAccessPolicy backup:DeleteBackupVaultAccessPolicy backup:PutBackupVaultLockConfiguration backup:DeleteBackupVaultLockConfiguration'),
  lock: '[prevents changes of the lock][lock] after the cooling-off time; policy [not listed][lock]',
};
const KEY: Deed = {
  does: 'disables the key, schedules its deletion, or changes its policy',
  calls: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'].map((does) => ({ on: 'key', does })),
  lock: NOT_PREVENTED,
};
const SILENCE: Deed = {
  does: 'changes or deletes the notifications of the vault',
  calls: onVault('backup:PutBackupVaultNotifications backup:DeleteBackupVaultNotifications'),
  lock: NOT_PREVENTED,
};
const COPY: Deed = {
  does: 'copies recovery points out of the vault',
  calls: onVault('backup:StartCopyJob backup:CopyFromBackupVault', { to: recoveryPoint }),
  lock: NOT_PREVENTED,
  needsGrant: true,
};
const RESTORE: Deed = { does: 'restores a recovery point', calls: onVault('backup:StartRestoreJob', { to: recoveryPoint }), lock: NOT_PREVENTED, needsGrant: true };
const DISASSOCIATE: Deed = {
  does: 'disassociates a continuous recovery point from AWS Backup',
  calls: onVault('backup:DisassociateRecoveryPoint', { to: recoveryPoint }),
  lock: '[not listed][lock]; its page does not say whether it counts as a deletion',
};
const PLAN: Deed = {
  does: 'deletes the plan or a selection',
  calls: onVault('backup:DeleteBackupPlan backup:DeleteBackupSelection', { to: of('backup-plan'), byOwnPolicies: true }),
  lock: NOT_PREVENTED,
};
const TAGS: Deed = {
  does: 'removes the tags that select a resource',
  calls: onVault('dynamodb:UntagResource', { to: ({ region, account }) => `arn:aws:dynamodb:${region}:${account}:table/orders`, byOwnPolicies: true }),
  lock: NOT_PREVENTED,
};
const executionRole = ({ region, account }: Governed) => `arn:aws:iam::${account}:role/cdk-hnb659fds-cfn-exec-role-${account}-${region}`;
const BECOME: Deed = {
  does: 'takes over an exempt role: changes its trust policy, creates it, or passes it to CloudFormation',
  calls: [
    ...onVault('iam:UpdateAssumeRolePolicy iam:CreateRole', { to: executionRole, byOwnPolicies: true }),
    ...onVault('iam:PassRole', { to: executionRole, byOwnPolicies: true, context: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } }),
  ],
  lock: NOT_PREVENTED,
};

function rowsOf(who: string, caller: Attempt['who'], answers: Partial<Record<Answer, readonly Deed[]>>, { which = isTheirs, ofAnotherAccount = false } = {}): Row[] {
  return (['Denied', 'Allowed'] as const).flatMap((answer) => (answers[answer] ?? []).map(({ does, calls, lock, needsGrant }) => {
    const denial = needsGrant && ofAnotherAccount ? 'ImplicitlyDenied' : 'ExplicitlyDenied';
    return { who, does, answer, lock, attempts: calls.map((call) => ({ ...call, which, who: caller, verdict: answer === 'Allowed' ? answer : denial })) };
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
  ...rowsOf('The management account, with its role in the account', ({ account }) => roleWithAllRights(account, 'OrganizationAccountAccessRole'), { Denied: [DELETE, KEY], Allowed: [BECOME] }),
];

/** The table of the page has these rows, and the engine confirms each. The others, and each cell on the lock, have a link to their source. */
export async function checkSecurity(report: Report, all: readonly Governed[]): Promise<void> {
  const page = readFileSync(join(__dirname, '..', '..', PAGE), 'utf8');
  const { header, rows } = tableOf(page);
  const isDecided = ([, , answer]: readonly string[]) => /^\*\*(Denied|Allowed)\*\*$/.test(answer);
  const keyOf = (who: string, does: string, answer: string, lock: string) => `${who} ${does}: ${answer.replace(/\*/g, '')}, and a compliance lock ${lock}`;
  const there = rows.filter(isDecided).map(([who, does, answer, lock]) => keyOf(who, does, answer, lock));
  const here = ROWS.map(({ who, does, answer, lock }) => keyOf(who, does, answer, lock));
  report.compared(`Rows of ${PAGE} that IAM decides, each with a test`, here.length, [
    ...there.filter((each) => !here.includes(each)).map((each) => `no test confirms '${each}'`), ...here.filter((each) => !there.includes(each)).map((each) => `${PAGE} does not have '${each}'`),
  ]);
  const others = rows.filter((row) => !isDecided(row));
  report.compared(`Rows of ${PAGE} that IAM does not decide, and the cells on the lock, each with its source`, rows.length + 1, [
    ...others.filter((row) => !row.some((cell) => /\]\(https:\/\/docs\.aws\.amazon\.com\/|\]\[lock\]/.test(cell))).map(([who, does]) => `'${who} ${does}' has no link to a page of AWS`),
    ...header[3].includes(`](${LOCK_PAGE})`) && page.includes(`\n[lock]: ${LOCK_PAGE}\n`) ? [] : [`the column '${header[3]}' has no link to ${LOCK_PAGE}`],
    ...rows.filter(isDecided).filter(([, , , lock]) => !lock.includes('][lock]')).map(([who, does]) => `'${who} ${does}' does not cite the page on locks`),
  ]);
  const tried = await Promise.all(ROWS.flatMap(({ attempts }) => attempts).map((attempt) => tryOnAll(attempt, all)));
  report.compared(`Attempts of ${PAGE}`, tried.flat().length, tried.flat().flatMap(({ difference }) => difference ?? []));
}

/** The first table of the page. */
function tableOf(page: string): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| who |'));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const [header, , ...rows] = lines.slice(start, start + length).map((line) => line.slice(2, -2).split(' | '));
  return { header, rows };
}
