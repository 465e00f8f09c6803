import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as fc from 'fast-check';
import { counted, mostly, names, tagsUpTo } from './amounts';
import type { Surroundings } from './copies';
import { type DocumentSpec, documentSpec } from './documents';
import { type Geography, ACCOUNT } from './places';
import { type TierSpec, buildTier, tierSpec } from './tiers';
import { BackupResourceType, TieredBackupPlan } from '../../src';

/** One of them is wrong. */
type ScanType = 'EBS' | 'EC2' | 'S3' | 'EFS';

export interface PlanSpec {
  readonly id: string;
  /** The index in the list. */
  readonly vault: number;
  /** The index of its stack in the list. The stack of its vault by default. */
  readonly stack?: number;
  /** Tiers, or a plan document with the vaults that it names. */
  readonly rules: { readonly tiers: readonly TierSpec[] } | { readonly document: DocumentSpec };
  readonly name?: string;
  readonly windowsVss?: boolean;
  readonly s3BackupAcls?: boolean;
  readonly s3BackupObjectTags?: boolean;
  readonly scannerRole?: true;
  readonly scanTypes?: readonly ScanType[];
  readonly tags?: { [key: string]: string };
}

export function planSpec(where: Geography): fc.Arbitrary<PlanSpec> {
  return fc.record({
    id: fc.constantFrom('Plan', 'Plan', 'plan 2', 'Größe', 'P'.repeat(100)),
    vault: fc.nat(3),
    stack: fc.oneof({ arbitrary: fc.constant(undefined), weight: 5 }, fc.nat(2)),
    rules: fc.oneof(
      { arbitrary: counted(tierSpec(where), 3, 10).filter((tiers) => tiers.length > 0).map((tiers) => ({ tiers })), weight: 60 },
      { arbitrary: documentSpec(where).map((document) => ({ document })), weight: 16 },
      fc.constant({ tiers: [] }),
    ),
    name: names(['gold', 'gold.v2', 'Gold_3-x'], 1, '-_.'),
    windowsVss: fc.boolean(),
    s3BackupAcls: fc.boolean(),
    s3BackupObjectTags: fc.boolean(),
    scannerRole: fc.constant(true as const),
    scanTypes: mostly<ScanType[]>(fc.subarray<ScanType>(['EBS', 'EC2', 'S3'], { minLength: 1 }), fc.constant(['EBS']), fc.constant(['EFS'])),
    tags: tagsUpTo(50),
  }, { requiredKeys: ['id', 'vault', 'rules'], noNullPrototype: true });
}

/** Creates the arguments of the plan, and returns the function that creates the plan. */
export function preparePlan(stack: Stack, id: string, spec: PlanSpec, surroundings: Surroundings): () => TieredBackupPlan {
  const { vaultAt } = surroundings;
  if ('document' in spec.rules) {
    const { document, vaults } = spec.rules.document;
    return () => TieredBackupPlan.fromPlanDocument(stack, id, {
      document, vaults: Object.fromEntries(Object.entries(vaults).map(([name, index]) => [name, vaultAt(index)])),
    });
  }
  const tiers = spec.rules.tiers.map((tier, index) => buildTier(stack, `${id}Tier${index}`, tier, surroundings));
  const scannerRole = spec.scannerRole && iam.Role.fromRoleArn(stack, `${id}Scanner`, `arn:aws:iam::${ACCOUNT}:role/scanner`);
  return () => new TieredBackupPlan(stack, id, {
    vault: vaultAt(spec.vault),
    tiers,
    planName: spec.name,
    windowsVss: spec.windowsVss,
    s3BackupAcls: spec.s3BackupAcls,
    s3BackupObjectTags: spec.s3BackupObjectTags,
    scannerRole,
    scanResourceTypes: spec.scanTypes?.map((type) => BackupResourceType[type]),
    tags: spec.tags,
  });
}
