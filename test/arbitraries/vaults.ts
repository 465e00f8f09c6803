import { CfnParameter, RemovalPolicy, Token, type Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import * as fc from 'fast-check';
import { type Span, around, durationOf, inSpans, mostly, names, optionalDuration, tagsUpTo } from './amounts';
import { type Geography, ACCOUNT, OTHER_ACCOUNT } from './places';
import { CompliantVault, CopySource, DeletionGuard, VaultLock } from '../../src';

export interface LockSpec {
  readonly min: Span;
  readonly max?: Span;
  /** Of a compliance lock. */
  readonly coolingOff?: Span;
  readonly acknowledged: boolean;
}

export const lockSpec: fc.Arbitrary<LockSpec> = fc.record({
  min: inSpans(around([1, 7], 1, 14)),
  max: fc.option(inSpans(around([3000], 2557, 36500)), { nil: undefined }),
  coolingOff: fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, inSpans(around([7, 14], 3, 36500))),
  acknowledged: mostly(fc.constant(true), fc.constant(true), fc.constant(false)),
}, { noNullPrototype: true });

/** Locks that no vault accepts, and locks that hardly any plan fits. */
const extremeLock: fc.Arbitrary<LockSpec> = fc.constantFrom<LockSpec>(
  { min: '36500 days', max: '36500 days', acknowledged: true },
  { min: '36501 days', max: '36501 days', acknowledged: true },
  { min: '0 days', max: '0 days', acknowledged: true },
  { min: '30 days', max: '29 days', acknowledged: true },
  { min: '7 days', coolingOff: '2 days', acknowledged: true },
  { min: '7 days', coolingOff: '36501 days', acknowledged: true },
  { min: '30 days', max: '30 days', acknowledged: true },
);

export function buildLock({ min, max, coolingOff, acknowledged }: LockSpec): VaultLock {
  const bounds = { minRetention: durationOf(min), maxRetention: optionalDuration(max) };
  return coolingOff === undefined
    ? VaultLock.governance(bounds)
    : VaultLock.compliance({ ...bounds, coolingOff: durationOf(coolingOff), acknowledgeIrreversible: acknowledged });
}

export type GuardSpec = 'none' | 'sealed' | 'sealed, acknowledged' | readonly string[];

// The role that deploys is one of the five
const roleNames = mostly<string[]>(fc.constantFrom([], ['breakGlass']), fc.constant(['a', 'b', 'c', 'd']), fc.constant(['a', 'b', 'c', 'd', 'e']));
const roleArns = ({ partition }: Geography) => roleNames.map((roles) => roles.map((role) => `arn:${partition}:iam::${ACCOUNT}:role/${role}`));

export function guardSpec(where: Geography): fc.Arbitrary<GuardSpec> {
  return fc.oneof(
    { arbitrary: roleArns(where), weight: 60 }, { arbitrary: fc.constantFrom<GuardSpec>('none', 'sealed, acknowledged'), weight: 30 },
    fc.constant<GuardSpec>('sealed'),
  );
}

export function buildGuard(stack: Stack, id: string, spec: GuardSpec): DeletionGuard {
  if (spec === 'none') { return DeletionGuard.none(); }
  if (typeof spec === 'string') { return DeletionGuard.sealed({ acknowledgeIrreversible: spec === 'sealed, acknowledged' }); }
  return DeletionGuard.exempting(...spec.map((arn, index) => iam.Role.fromRoleArn(stack, `${id}Role${index}`, arn)));
}

export interface SourceSpec {
  readonly kind: 'account' | 'organization' | 'organizationalUnit';
  readonly id: string;
}

const ids = (right: string[], wrong: string[]) => mostly(fc.constantFrom(...right), fc.constantFrom(...right), fc.constantFrom(...wrong));

const sourceSpec: fc.Arbitrary<SourceSpec> = fc.oneof(
  fc.record({ kind: fc.constant('account' as const), id: ids([ACCOUNT, OTHER_ACCOUNT], ['', '1234', 'o-abc1234567']) }),
  fc.record({ kind: fc.constant('organization' as const), id: ids(['o-abc1234567', 'o-a'], ['', 'abc', ACCOUNT, '*']) }),
  fc.record({
    kind: fc.constant('organizationalUnit' as const),
    id: ids(['o-abc1234567/r-ab12/ou-ab12-11111111', 'o-abc1234567/r-ab12/ou-ab12-11111111/*'], ['', 'ou-ab12-11111111', 'o-abc1234567/r-ab12']),
  }),
);

/** A vault of the app. A plan also accepts the other kinds. */
export interface VaultSpec {
  readonly kind: 'CompliantVault' | 'BackupVault' | 'CfnBackupVault' | 'by ARN' | 'by name';
  /** The index of its stack in the list. */
  readonly stack: number;
  readonly id: string;
  readonly name?: string;
  /** For an imported vault, only whether there is one. */
  readonly lock?: LockSpec;
  readonly guard?: GuardSpec;
  readonly sources?: readonly SourceSpec[];
  readonly key?: 'own' | 'imported';
  readonly removal?: keyof typeof RemovalPolicy;
  readonly tags?: { [key: string]: string };
}

const OWN_LOCK = { min: '7 days', max: '3000 days', acknowledged: true } as const;
const NAMES = ['orders', 'orders-dr', 'Orders_2'];

const otherVault: fc.Arbitrary<VaultSpec> = fc.record({
  kind: fc.constantFrom('BackupVault', 'CfnBackupVault', 'by ARN', 'by name'),
  stack: fc.nat(2),
  id: fc.constantFrom('Other', 'Elsewhere'),
  name: fc.constantFrom(...NAMES),
  lock: fc.constant(OWN_LOCK),
}, { requiredKeys: ['kind', 'stack', 'id'], noNullPrototype: true });

export function vaultSpec(where: Geography): fc.Arbitrary<VaultSpec> {
  const compliantVault = fc.record({
    kind: fc.constant('CompliantVault' as const),
    stack: fc.nat(2),
    // Two pairs whose differences are not part of a name
    id: fc.constantFrom('Vault', 'Copies', 'Tresor-für-Büro', '金庫', 'Ü', 'V'.repeat(120), `W${'V'.repeat(120)}`),
    name: names(NAMES, 2, '-_'),
    lock: fc.oneof({ arbitrary: lockSpec, weight: 50 }, extremeLock),
    guard: guardSpec(where),
    sources: fc.array(sourceSpec, { maxLength: 2 }),
    key: fc.constantFrom('own' as const, 'imported' as const),
    removal: fc.oneof(
      { arbitrary: fc.constantFrom('RETAIN' as const, 'RETAIN_ON_UPDATE_OR_DELETE' as const), weight: 24 },
      fc.constant('DESTROY' as const),
    ),
    tags: tagsUpTo(50),
  }, { requiredKeys: ['kind', 'stack', 'id'], noNullPrototype: true });
  return fc.oneof({ arbitrary: compliantVault, weight: 8 }, { arbitrary: otherVault, weight: 3 });
}

/** Creates the arguments of the vault, and returns the function that creates the vault. */
export function prepareVault(stack: Stack, id: string, spec: VaultSpec, { partition, home }: Geography): () => aws_backup.IBackupVaultRef {
  const { name, lock } = spec;
  const isPlaced = ![stack.account, stack.region].some((part) => Token.isUnresolved(part));
  const arn = `arn:${partition}:backup:${isPlaced ? stack.region : home}:${isPlaced ? stack.account : ACCOUNT}:backup-vault:${name ?? 'elsewhere'}`;
  switch (spec.kind) {
    case 'by ARN': return () => CompliantVault.fromBackupVaultArn(stack, id, arn, lock && buildLock(lock));
    case 'by name': return () => isPlaced
      ? CompliantVault.fromBackupVaultName(stack, id, name ?? 'elsewhere', lock && buildLock(lock))
      : CompliantVault.fromBackupVaultArn(stack, id, arn, lock && buildLock(lock));
    case 'BackupVault': return () => new backup.BackupVault(stack, id, {
      backupVaultName: name,
      lockConfiguration: lock && { minRetention: durationOf(OWN_LOCK.min), maxRetention: durationOf(OWN_LOCK.max) },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    case 'CfnBackupVault': return () => {
      const resource = new backup.CfnBackupVault(stack, id, {
        backupVaultName: name ?? `${id}-${stack.node.addr.slice(-6)}`,
        lockConfiguration: lock && { minRetentionDays: 7, maxRetentionDays: 3000 },
      });
      resource.applyRemovalPolicy(RemovalPolicy.RETAIN);
      return resource;
    };
    case 'CompliantVault': {
      const encryptionKey = spec.key && buildKey(stack, `${id}Key`, spec.key);
      const guard = spec.guard && buildGuard(stack, id, spec.guard);
      return () => new CompliantVault(stack, id, {
        vaultName: name,
        lock: lock && buildLock(lock),
        guard,
        encryptionKey,
        allowCopiesFrom: spec.sources?.map((source) => CopySource[source.kind](source.id)),
        removalPolicy: spec.removal && RemovalPolicy[spec.removal],
        tags: spec.tags,
      });
    }
  }
}

function buildKey(stack: Stack, id: string, kindOfKey: 'own' | 'imported'): kms.IKey {
  return kindOfKey === 'own'
    ? new kms.Key(stack, id)
    : kms.Key.fromKeyArn(stack, id, new CfnParameter(stack, `KeyArn${stack.node.children.length}`).valueAsString);
}
