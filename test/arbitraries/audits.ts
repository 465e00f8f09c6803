import type { Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { type Span, durationOf, mostly, optionalDuration, tagsUpTo } from './amounts';
import { ACCOUNT, OTHER_ACCOUNT } from './places';
import { type TieredBackupPlan, AuditControl, AuditControlName, AuditFramework, BackupResourceType, ConfigRecorder, ControlScope } from '../../src';

type ScopeSpec = 'tag' | 'types' | 'resource';

export interface ControlSpec {
  readonly is: keyof typeof CONTROLS;
  readonly first?: Span;
  readonly second?: Span;
  readonly list?: readonly string[];
  readonly scope?: ScopeSpec;
}

export interface AuditSpec {
  readonly id: string;
  /** The index in the list. None by default. */
  readonly plan?: number;
  readonly controls: readonly ControlSpec[];
  readonly exclude?: readonly AuditControlName[];
  readonly name?: string;
  readonly description?: string;
  readonly recorder?: 'existing' | 'create';
  readonly scope?: ScopeSpec;
  readonly tags?: { [key: string]: string };
}

const SCOPES: Readonly<Record<ScopeSpec, () => ControlScope>> = {
  tag: () => ControlScope.tag('backup', 'gold'),
  types: () => ControlScope.resourceTypes(BackupResourceType.EBS, BackupResourceType.NEPTUNE),
  resource: () => ControlScope.resource(BackupResourceType.EBS, 'vol-0123456789abcdef0'),
};

const CONTROLS = {
  protected: ({ controlScope }: Given) => AuditControl.resourcesProtectedByBackupPlan({ controlScope }),
  frequency: ({ first, second, controlScope }: Given) =>
    AuditControl.planMinFrequencyAndRetention({ frequency: optionalDuration(first), retention: optionalDuration(second), controlScope }),
  deletion: ({ list, controlScope }: Given) => AuditControl.manualDeletionDisabled({ exemptRoleArns: list, controlScope }),
  encrypted: ({ controlScope }: Given) => AuditControl.recoveryPointsEncrypted({ controlScope }),
  retention: ({ second, controlScope }: Given) => AuditControl.recoveryPointMinRetention({ retention: optionalDuration(second), controlScope }),
  regions: ({ list, controlScope }: Given) => AuditControl.crossRegionCopy({ regions: list, controlScope }),
  accounts: ({ list, controlScope }: Given) => AuditControl.crossAccountCopy({ accounts: list, controlScope }),
  lock: ({ first, second, controlScope }: Given) =>
    AuditControl.vaultLock({ minRetention: optionalDuration(first), maxRetention: optionalDuration(second), controlScope }),
  last: ({ first, controlScope }: Given) => AuditControl.lastRecoveryPointCreated({ maxAge: optionalDuration(first), controlScope }),
  restore: ({ second, controlScope }: Given) => AuditControl.restoreTime({ maxRestoreTime: durationOf(second ?? '720 minutes'), controlScope }),
  airGapped: ({ first, controlScope }: Given) => AuditControl.inLogicallyAirGappedVault({ maxAge: optionalDuration(first), controlScope }),
};

interface Given {
  readonly first?: Span;
  readonly second?: Span;
  readonly list?: string[];
  readonly controlScope?: ControlScope;
}

const ages = mostly<Span>(
  fc.constantFrom<Span>('1 days', '7 days', '24 hours'),
  fc.constantFrom<Span>('1 hours', '23 hours', '31 days'),
  fc.constantFrom<Span>('0 days', '25 hours', '32 days', '745 hours', '90 minutes', '92 days'),
);
const amounts = mostly<Span>(fc.constantFrom<Span>('35 days', '720 minutes'), fc.constantFrom<Span>('1 days', '36500 days'), fc.constantFrom<Span>('1 seconds'));
const roles = (length: number) => Array.from({ length }, (_, index) => `arn:aws:iam::${ACCOUNT}:role/role-${index}`);
/** Each parameter fits only its control. */
const lists: Partial<Record<ControlSpec['is'], fc.Arbitrary<string[]>>> = {
  deletion: mostly<string[]>(fc.constant(roles(1)), fc.constantFrom([], roles(5)), fc.constantFrom(roles(6), ['role'])),
  regions: mostly<string[]>(fc.constant(['eu-west-1']), fc.constantFrom([], ['us-gov-east-1', 'eu-west-1']), fc.constant(['Frankfurt'])),
  accounts: mostly<string[]>(fc.constant([OTHER_ACCOUNT]), fc.constant([]), fc.constantFrom(['1'], Array(6).fill(OTHER_ACCOUNT))),
};
const scope = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 60 }, { arbitrary: fc.constant<ScopeSpec>('tag'), weight: 3 }, fc.constantFrom<ScopeSpec>('types', 'resource'),
);

const controlSpec: fc.Arbitrary<ControlSpec> = fc.constantFrom(...Object.keys(CONTROLS) as ControlSpec['is'][]).chain((is) => fc.record({
  is: fc.constant(is), first: ages, second: amounts, list: lists[is] ?? fc.constant([]), scope,
}, { requiredKeys: ['is'], noNullPrototype: true }));

export const auditSpec: fc.Arbitrary<AuditSpec> = fc.record({
  id: fc.constantFrom('Audit', 'Audit', 'Prüfung', 'A'.repeat(100)),
  plan: fc.nat(1),
  controls: mostly(
    fc.array(controlSpec, { minLength: 1, maxLength: 2 }), fc.array(controlSpec, { minLength: 3, maxLength: 6 }), fc.constant<ControlSpec[]>([]),
  ),
  exclude: fc.subarray(Object.values(AuditControlName), { maxLength: 2 }),
  name: mostly(fc.constantFrom('audit', 'Audit_2'), fc.constantFrom('a', 'a'.repeat(256)), fc.constantFrom('my-audit', '2nd', '', 'a'.repeat(257))),
  description: mostly(fc.constant('what the plans promise'), fc.constant('x'.repeat(1024)), fc.constantFrom(' ', 'x'.repeat(1025))),
  recorder: fc.constantFrom('existing', 'existing', 'create'),
  scope,
  tags: tagsUpTo(50),
}, { requiredKeys: ['id', 'controls'], noNullPrototype: true });

export function prepareAudit(stack: Stack, id: string, spec: AuditSpec, plan: TieredBackupPlan | undefined): () => AuditFramework {
  const scopeOf = (given: ScopeSpec | undefined) => given && SCOPES[given]();
  return () => new AuditFramework(stack, id, {
    plan,
    controls: spec.controls.map(({ is, list, scope: given, ...spans }) => (
      CONTROLS[is]({ ...spans, list: list && [...list], controlScope: scopeOf(given) }))),
    exclude: spec.exclude && [...spec.exclude],
    frameworkName: spec.name,
    description: spec.description,
    configRecorder: spec.recorder && ConfigRecorder[spec.recorder](),
    controlScope: scopeOf(spec.scope),
    tags: spec.tags,
  });
}
