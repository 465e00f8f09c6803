import type { Certainty, Source } from '../source';

/** The features that AWS Backup can have for a resource type, in the order of the documentation. */
export const FEATURES = [
  'crossRegionCopy',
  'crossAccountCopy',
  'crossRegionAndAccountCopy',
  'coldStorage',
  'pointInTimeRecovery',
  'incremental',
  'fullManagement',
  'itemRestore',
  'airGappedVault',
  'restoreTesting',
  'searchIndex',
  'tiering',
  'malwareScan',
  'accessPoint',
  'auditManager',
] as const;

export type Feature = typeof FEATURES[number];

/** Whether a feature exists for a resource type, and how far that can be relied on. */
export interface Support {
  /** Undefined if the sources allow neither answer. */
  readonly supported: boolean | undefined;
  readonly certainty: Certainty;
  readonly note?: string;
}

/** `service:region:account:resource`: the caller writes `arn:<partition>:` before it, so that no partition is wired in. */
export type ArnForm = `${string}:${string}:${string}:${string}`;

/**
 * A property that tells which row a CloudFormation resource is, where its type alone does not.
 * A property that is missing or unresolved does not match: it leaves the row unknown.
 */
export type PropertyTest =
  /** A path, with dots; `leftOut` is the default of CloudFormation. */
  | { readonly property: string; readonly matches: RegExp; readonly leftOut?: string }
  | { readonly property: string; readonly absent: true };

/** One kind of resource that AWS Backup protects. */
export interface ResourceTypeCapability {
  readonly id: string;
  /** The name in the AWS Backup API. Several rows can share it. */
  readonly resourceType: string;
  readonly title: string;
  /** The ARN pattern that selects every resource of the type. Other types can match it too, see `sharingArnForm`. */
  readonly selectionArn: ArnForm;
  readonly recoveryPointArn: ArnForm;
  readonly cfnTypes: readonly string[];
  /** All must hold for a resource of `cfnTypes` to be of this row. */
  readonly when?: readonly PropertyTest[];
  /** Present if the row is the resource of another row under a setting that the resource does not show. */
  readonly variantOf?: { readonly id: string; readonly enabledBy: string };
  /** Without this, the resource is not backed up, even if it is selected. */
  readonly requirement?: { readonly path: readonly string[]; readonly value: string; readonly label: string };
  readonly features: Readonly<Record<Feature, Support>>;
  readonly notes: readonly string[];
  readonly source: Source;
}

export const YES: Support = { supported: true, certainty: 'verified' };
export const NO: Support = { supported: false, certainty: 'verified' };

export function yes(note: string): Support {
  return { ...YES, note };
}

export function no(note: string): Support {
  return { ...NO, note };
}

export function unverified(note: string, supported?: boolean): Support {
  return { supported, certainty: 'unverified', note };
}

/** The sources disagree. `supported` is the more likely answer, if there is one. */
export function conflict(note: string, supported?: boolean): Support {
  return { supported, certainty: 'conflict', note };
}

/** The features of a row. A feature that the source does not mark is a NO. */
export function supports(named: Partial<Record<Feature, Support>>): Readonly<Record<Feature, Support>> {
  const blank = Object.fromEntries(FEATURES.map((feature) => [feature, NO])) as Record<Feature, Support>;
  return { ...blank, ...named };
}

export const COPIES = { crossRegionCopy: YES, crossAccountCopy: YES, crossRegionAndAccountCopy: YES };

/** True only for a verified fact, so that no error is based on doubt. */
export function certainlyLacks(row: ResourceTypeCapability, feature: Feature): boolean {
  const { supported, certainty } = row.features[feature];
  return certainty === 'verified' && supported === false;
}

/** True only for a verified fact, so that doubt never promises anything. */
export function certainlyHas(row: ResourceTypeCapability, feature: Feature): boolean {
  const { supported, certainty } = row.features[feature];
  return certainty === 'verified' && supported === true;
}
