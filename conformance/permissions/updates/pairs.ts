import {
  type App, CfnElement, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, Duration, RemovalPolicy, App as Root, Stack,
} from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type CompliantVaultProps, CompliantVault, CopySource, DeletionGuard, NotificationWiring, VaultLock } from 'cdk-compliant-backup';
import type { Example } from '../../../scripts/examples';
import { PARTNER } from '../options';

/** Two versions of an app, and the row of docs/updating.md that describes the change. */
export interface Pair {
  readonly row: string;
  readonly before: Example;
  readonly after: Example;
  /** The role that deploys, if the synthesizer names none or `--role-arn` names another one. */
  readonly deployer?: string;
  /** The id of the warning about the second version. */
  readonly warning?: string;
}

const ENV = { account: '111122223333', region: 'eu-central-1' };
const NEXT = `cdk-next-cfn-exec-role-${ENV.account}-${ENV.region}`;
const SEALED = DeletionGuard.sealed({ acknowledgeIrreversible: true });
const OPEN = DeletionGuard.none();
const lock = (days: number) => VaultLock.governance({ minRetention: Duration.days(days) });

interface Version extends CompliantVaultProps {
  readonly id?: string;
  readonly qualifier?: string;
  /** The names of exempt roles. */
  readonly exempt?: readonly string[];
  readonly withOwnKey?: boolean;
  readonly withTopic?: boolean;
  readonly cliCredentials?: boolean;
  /** The name of the role in `DeletionGuard.deployedBy`. */
  readonly deployedBy?: string;
}

/** An app of one vault. */
const app = ({ id = 'Vault', qualifier, exempt, withOwnKey, withTopic, cliCredentials, deployedBy, ...props }: Version = {}) => (root: App): Stack => {
  const stack = new Stack(root, 'Backups', { env: ENV, synthesizer: cliCredentials ? new CliCredentialsStackSynthesizer() : new DefaultStackSynthesizer({ qualifier }) });
  const roles = (exempt ?? []).map((name) => Role.fromRoleName(stack, name, name));
  const given = exempt ? DeletionGuard.exempting(...roles) : props.guard;
  const guard = deployedBy === undefined ? given : DeletionGuard.deployedBy(`arn:aws:iam::${ENV.account}:role/${deployedBy}`, ...roles);
  const encryptionKey = withOwnKey ? new Key(stack, 'OwnKey', { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN }) : undefined;
  const vault = new CompliantVault(stack, id, { ...props, guard, encryptionKey });
  if (withTopic) { new NotificationWiring(stack, 'Alerts', { vaults: [vault], emails: ['oncall@example.com'] }); }
  return stack;
};

const empty = (root: App) => { new Stack(root, 'Backups', { env: ENV }); };

/** The same beside a stack that another role deploys. */
const beside = (other: string, version: Version) => (root: App) => {
  app(version)(root);
  new Stack(root, 'Other', { env: ENV, synthesizer: new DefaultStackSynthesizer({ qualifier: other }) });
};

/** The same with the logical ids of a construct named `Vault`. */
const keepingIds = (version: Version) => (root: App) => {
  const [old, stack] = [app({ ...version, id: 'Vault' })(new Root()), app(version)(root)];
  const idsIn = (each: Stack, id: string) => each.node.findChild(id).node.findAll()
    .filter((element) => CfnElement.isCfnElement(element)).map((element) => each.getLogicalId(element));
  const ids = idsIn(old, 'Vault');
  idsIn(stack, version.id!).forEach((id, index) => { stack.renameLogicalId(id, ids[index]); });
};

export const PAIRS: readonly Pair[] = [
  { row: 'A vault is added', before: empty, after: app() },
  { row: 'A vault is added', before: empty, after: app({ lock: lock(7) }) },
  { row: 'A vault is added', before: empty, after: app({ guard: SEALED }) },
  { row: 'A vault is added with a lock and a sealed guard', before: empty, after: app({ lock: lock(7), guard: SEALED }), warning: 'sealedLock' },
  { row: 'Tags of the vault', before: app(), after: app({ tags: { team: 'orders' } }) },
  { row: 'Tags of the vault', before: app({ tags: { team: 'orders' } }), after: app() },
  { row: 'Tags of the vault', before: app({ guard: SEALED }), after: app({ guard: SEALED, tags: { team: 'orders' } }) },
  { row: 'Notifications of the vault', before: app({ guard: SEALED }), after: app({ guard: SEALED, withTopic: true }) },
  { row: 'A lock is added, changed, or removed', before: app(), after: app({ lock: lock(7) }) },
  { row: 'A lock is added, changed, or removed', before: app({ lock: lock(7) }), after: app({ lock: lock(14) }) },
  { row: 'A lock is added, changed, or removed', before: app({ lock: lock(7) }), after: app() },
  { row: 'Copies from another account are allowed', before: app(), after: app({ allowCopiesFrom: [CopySource.account(PARTNER)] }) },
  { row: 'The key is shared with another account', before: app(), after: (root) => { shareKey(app()(root)); } },
  { row: 'Other roles are exempt', before: app(), after: app({ exempt: ['break-glass'] }) },
  { row: 'Other roles are exempt', before: app({ exempt: ['break-glass'] }), after: app() },
  { row: '`DeletionGuard.none()`', before: app(), after: app({ guard: OPEN }) },
  { row: '`DeletionGuard.none()`', before: app({ guard: OPEN }), after: app() },
  { row: 'The vault is sealed', before: app(), after: app({ guard: SEALED }) },
  { row: 'The vault is sealed', before: app({ lock: lock(7) }), after: app({ lock: lock(7), guard: SEALED }), warning: 'sealedLock' },
  { row: 'The vault is sealed and its lock is changed at once', before: app({ lock: lock(7) }), after: app({ lock: lock(14), guard: SEALED }), warning: 'sealedLock' },
  { row: 'The guard or the policy of a sealed vault', before: app({ guard: SEALED }), after: app() },
  { row: 'The guard or the policy of a sealed vault', before: app({ guard: SEALED }), after: app({ guard: OPEN }) },
  { row: 'The guard or the policy of a sealed vault', before: app({ guard: SEALED }), after: app({ guard: SEALED, allowCopiesFrom: [CopySource.account(PARTNER)] }) },
  { row: 'The lock of a sealed vault', before: app({ guard: SEALED }), after: app({ guard: SEALED, lock: lock(7) }), warning: 'sealedLock' },
  { row: 'The lock of a sealed vault', before: app({ guard: SEALED, lock: lock(7) }), after: app({ guard: SEALED, lock: lock(14) }), warning: 'sealedLock' },
  { row: 'The lock of a sealed vault', before: app({ guard: SEALED, lock: lock(7) }), after: app({ guard: SEALED }) },
  { row: 'The construct is moved or renamed', before: app(), after: app({ id: 'Moved' }) },
  { row: 'The construct is moved or renamed', before: app({ guard: SEALED }), after: app({ id: 'Moved', guard: SEALED }) },
  { row: 'The construct is moved or renamed', before: app({ removalPolicy: RemovalPolicy.DESTROY }), after: app({ id: 'Moved', removalPolicy: RemovalPolicy.DESTROY }) },
  { row: 'The construct is moved or renamed, with the same `vaultName`', before: app({ vaultName: 'orders' }), after: app({ id: 'Moved', vaultName: 'orders' }) },
  { row: 'The construct is moved or renamed, and names and logical ids are kept', before: app({ vaultName: 'orders' }), after: keepingIds({ id: 'Moved', vaultName: 'orders' }) },
  { row: '`vaultName`', before: app({ vaultName: 'orders' }), after: app({ vaultName: 'orders-2' }) },
  { row: '`vaultName`', before: app(), after: app({ vaultName: 'orders' }) },
  { row: '`encryptionKey`', before: app(), after: app({ withOwnKey: true }) },
  { row: '`encryptionKey` and `vaultName`', before: app({ vaultName: 'orders' }), after: app({ vaultName: 'orders-2', withOwnKey: true }) },
  { row: 'Another qualifier, synthesizer, or `cloudFormationExecutionRole`', before: app(), after: app({ qualifier: 'next' }) },
  { row: 'Another qualifier, synthesizer, or `cloudFormationExecutionRole`', before: beside('next', {}), after: beside('hnb659fds', { qualifier: 'next' }), warning: 'severalDeployingRoles' },
  { row: 'The next role is exempt', before: app(), after: app({ exempt: [NEXT] }) },
  { row: 'The next role is exempt', before: beside('next', {}), after: beside('next', { exempt: [NEXT] }) },
  { row: 'Another qualifier, once the next role is exempt', before: app({ exempt: [NEXT] }), after: app({ qualifier: 'next' }) },
  { row: '`--role-arn` of a role that is not exempt', before: app(), after: app({ exempt: ['break-glass'] }), deployer: 'deployer' },
  { row: '`--role-arn` of a role that is not exempt', before: app(), after: app({ lock: lock(7) }), deployer: 'deployer' },
  {
    row: 'The synthesizer names no role, and the role that deploys is not exempt',
    before: app({ cliCredentials: true, exempt: ['break-glass'] }),
    after: app({ cliCredentials: true, exempt: ['break-glass'], lock: lock(7) }),
    deployer: 'deployer',
    warning: 'deployingRoleNotNamed',
  },
  {
    row: 'A vault is added with a lock, and the role that deploys is not exempt',
    before: empty,
    after: app({ cliCredentials: true, exempt: ['break-glass'], lock: lock(7) }),
    deployer: 'deployer',
    warning: 'deployingRoleNotNamed',
  },
  { row: 'A vault is added with its key, and the role that deploys is not exempt', before: empty, after: app(), deployer: 'deployer' },
  { row: 'A vault is added with its key, and the role that deploys is not exempt', before: empty, after: app({ deployedBy: 'other', cliCredentials: true }), deployer: 'deployer' },
  { row: 'A vault is added', before: empty, after: app({ deployedBy: 'deployer', cliCredentials: true, lock: lock(7) }), deployer: 'deployer' },
  { row: 'The key is shared with another account, and the role that deploys is not exempt', before: app(), after: (root) => { shareKey(app()(root)); }, deployer: 'deployer' },
  {
    row: 'The key is shared with another account, and the role that deploys is not exempt',
    before: app({ deployedBy: 'deployer', cliCredentials: true }),
    after: (root) => { shareKey(app({ deployedBy: 'deployer', cliCredentials: true })(root)); },
    deployer: 'other',
  },
  { row: 'The next role is exempt', before: app({ deployedBy: 'deployer', cliCredentials: true }), after: app({ deployedBy: 'deployer', cliCredentials: true, exempt: ['next'] }), deployer: 'deployer' },
  { row: 'Another qualifier, once the next role is exempt', before: app({ deployedBy: 'deployer', exempt: ['next'] }), after: app({ deployedBy: 'next' }), deployer: 'next' },
  { row: 'Tags of the vault', before: app(), after: app({ tags: { team: 'orders' } }), deployer: 'deployer' },
];

function shareKey(stack: Stack): void {
  (stack.node.findChild('Vault') as CompliantVault).shareKeyWith(PARTNER);
}
