import { type Source, developerGuide } from '../source';
import { APPLICATIONS } from './applications';
import type { ResourceTypeCapability } from './capability';
import { DATABASES } from './databases';
import { STORAGE } from './storage';

export * from './capability';

const ROWS = [...STORAGE, ...DATABASES, ...APPLICATIONS] as const;

export type ResourceTypeId = typeof ROWS[number]['id'];

const SAM = { 'AWS::DynamoDB::Table': ['AWS::Serverless::SimpleTable'] } as const;

/** The CloudFormation types of the rows, SAM's included. A table that `satisfies` a record of them does not compile if one is missing. */
export type ProtectedCfnType = typeof ROWS[number]['cfnTypes'][number] | typeof SAM[keyof typeof SAM][number];

/** Every kind of resource that AWS Backup protects. */
export const RESOURCE_TYPES: readonly ResourceTypeCapability[] = ROWS;

/** The source of the ARN forms. The ARN of a CloudFormation type follows from them. */
export const ARN_SOURCES: readonly Source[] = [
  developerGuide('access-control', '2026-08-27'),
  { page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html', asOf: '2026-01-01' },
];

/** The SAM types, by the type of the resource that SAM creates. */
export const SAM_TYPES: { readonly of: Readonly<Record<string, readonly string[]>>; readonly source: Source } = {
  of: SAM,
  source: {
    page: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-simpletable.html',
    asOf: '2026-11-21',
  },
};

export function resourceTypeOf(id: ResourceTypeId): ResourceTypeCapability {
  return RESOURCE_TYPES.find((row) => row.id === id)!;
}

/** Several rows when properties (`when`) or settings (`variantOf`) decide; none when AWS Backup does not protect the type. */
export function rowsOfCfnType(cfnType: string): readonly ResourceTypeCapability[] {
  return RESOURCE_TYPES.filter((row) => row.cfnTypes.includes(cfnType));
}

/** Whether AWS Backup certainly protects no resource of the type, because it protects none of the service. Only for types of AWS. */
export function isOfUnprotectedService(cfnType: string): boolean {
  const serviceOf = (type: string) => type.split('::', 2).join('::');
  const types = [...RESOURCE_TYPES.flatMap(({ cfnTypes }) => cfnTypes), ...Object.values(SAM_TYPES.of).flat()];
  return cfnType.startsWith('AWS::') && !types.some((type) => serviceOf(type) === serviceOf(cfnType));
}

export function rowsOfResourceType(name: string): readonly ResourceTypeCapability[] {
  return RESOURCE_TYPES.filter((row) => row.resourceType === name);
}

/** The names in the AWS Backup API. */
export function resourceTypeNames(): string[] {
  return [...new Set(RESOURCE_TYPES.map(({ resourceType }) => resourceType))].sort();
}

/** The other kinds of resource that an ARN with wildcards, meant for this row, selects as well. */
export function sharingArnForm(row: ResourceTypeCapability): readonly ResourceTypeCapability[] {
  const kind = row.variantOf?.id ?? row.id;
  return RESOURCE_TYPES.filter((other) => other.selectionArn === row.selectionArn && other.id !== kind && !other.variantOf);
}
