import { type Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import * as fc from 'fast-check';
import { counted, mostly, names } from './amounts';
import { type Geography, ACCOUNT } from './places';
import { BackupResourceType, TagBasedSelection, TagCondition } from '../../src';

export interface ConditionSpec {
  readonly is: 'equals' | 'notEquals' | 'like' | 'notLike';
  readonly key: string;
  readonly value: string;
}

const TYPES = ['AURORA', 'DYNAMODB', 'EBS', 'EC2', 'EFS', 'FSX', 'RDS', 'S3', 'SAP_HANA', 'TIMESTREAM', 'VIRTUAL_MACHINE'] as const;

export interface SelectionSpec {
  readonly id: string;
  /** The index in the list. */
  readonly plan: number;
  /** The index of a stack of another account or Region. Otherwise the selection is in the stack of the plan. */
  readonly stack?: number;
  readonly name?: string;
  readonly conditions?: readonly ConditionSpec[];
  readonly anyOf?: readonly ConditionSpec[];
  readonly types?: readonly typeof TYPES[number][];
  readonly resources?: readonly string[];
  readonly exclude?: readonly string[];
  readonly role?: 'given' | 'foreign';
  readonly restores?: boolean;
  readonly boundary?: true;
}

function condition(is: fc.Arbitrary<ConditionSpec['is']>): fc.Arbitrary<ConditionSpec> {
  const key = mostly(fc.constantFrom('backup', 'Owner', 'stage'), fc.constantFrom('cost center', 'a:b/c'), fc.constant('aws:ResourceTag/backup'));
  return fc.record({ is, key, value: fc.constantFrom('gold', '', '*', 'sand*', 'ümlaut') }, { noNullPrototype: true });
}

const anyCondition = condition(fc.constantFrom('equals', 'notEquals', 'like', 'notLike'));
const tag = condition(mostly<ConditionSpec['is']>(fc.constant('equals'), fc.constant('equals'), fc.constant('like')));

function arns({ partition, home }: Geography): fc.Arbitrary<string[]> {
  const arn = mostly(
    fc.constantFrom(`arn:${partition}:dynamodb:${home}:${ACCOUNT}:table/orders`, `arn:${partition}:s3:::orders`, `arn:${partition}:ec2:*:*:volume/*`),
    fc.constantFrom('*', `arn:${partition}:rds:*:*:db:*-prod-*`),
    fc.constantFrom('orders', '', 'arn:aws:s3', 'table/*'),
  );
  const many = (length: number, last: string) => fc.constant(Array.from({ length }, (_, index) => `arn:${partition}:s3:::orders-${index}${last}`));
  return mostly(fc.array(arn, { maxLength: 3 }), fc.oneof(many(30, '*'), many(500, '')), fc.oneof(many(31, '*'), many(501, '')));
}

/** A selection for each tag. A plan accepts ten. */
const perTag: fc.Arbitrary<SelectionSpec> = fc.integer({ min: 9, max: 12 }).map((tags) => ({
  id: 'Gold', plan: 0, types: ['S3'], anyOf: Array.from({ length: tags }, (_, index) => ({ is: 'equals', key: 'tier', value: `${index}` })),
}));

export function selectionSpec(where: Geography): fc.Arbitrary<SelectionSpec> {
  const freely = fc.record({
    id: fc.constantFrom('Gold', 'Gold', 'Auswahl für Büro', 'S'.repeat(100)),
    plan: fc.nat(1),
    stack: fc.oneof({ arbitrary: fc.constant(undefined), weight: 12 }, fc.nat(2)),
    name: names(['gold', 'gold.v2'], 1, '-_.'),
    conditions: counted(anyCondition, 3, 30),
    anyOf: counted(tag, 3, 30),
    types: fc.subarray([...TYPES], { maxLength: 4 }),
    resources: arns(where),
    exclude: arns(where),
    role: fc.oneof({ arbitrary: fc.constant('given' as const), weight: 20 }, fc.constant('foreign' as const)),
    restores: fc.boolean(),
    boundary: fc.constant(true as const),
  }, { requiredKeys: ['id', 'plan'], noNullPrototype: true });
  return fc.oneof({ arbitrary: freely, weight: 40 }, perTag);
}

const buildCondition = ({ is, key, value }: ConditionSpec) => TagCondition[is](key, value);

/** Creates the arguments of the selection, and returns the function that creates the selection. */
export function prepareSelection(stack: Stack, id: string, spec: SelectionSpec, plan: aws_backup.IBackupPlanRef): () => TagBasedSelection {
  const account = spec.role === 'foreign' || Token.isUnresolved(stack.account) ? ACCOUNT : stack.account;
  const role = spec.role && iam.Role.fromRoleArn(stack, `${id}Role`, `arn:aws:iam::${account}:role/backup`);
  const permissionsBoundary = !role && spec.boundary && iam.ManagedPolicy.fromManagedPolicyName(stack, `${id}Boundary`, 'boundary');
  return () => new TagBasedSelection(stack, id, {
    plan,
    selectionName: spec.name,
    conditions: spec.conditions?.map(buildCondition),
    anyOf: spec.anyOf?.map(buildCondition),
    resourceTypes: spec.types?.map((type) => BackupResourceType[type]),
    resources: spec.resources && [...spec.resources],
    exclude: spec.exclude && [...spec.exclude],
    role,
    allowRestores: spec.restores,
    permissionsBoundary: permissionsBoundary || undefined,
  });
}
