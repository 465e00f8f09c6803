import type { Certainty, Source } from '../source';

/** What AWS Backup may be able to do with a resource type, in the order of the documentation. */
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
  /** Undefined where the sources allow neither answer. */
  readonly supported: boolean | undefined;
  readonly certainty: Certainty;
  readonly note?: string;
}

/** `service:region:account:resource`: the caller writes `arn:<partition>:` before it, so that no partition is wired in. */
export type ArnPattern = `${string}:${string}:${string}:${string}`;

/**
 * A property that tells which row a CloudFormation resource is, where its type alone does not.
 * A property that is missing or unresolved does not match: it leaves the row unknown.
 */
export type PropertyTest =
  /** A path, with dots; `leftOut` is what CloudFormation takes where it is not stated. */
  | { readonly property: string; readonly matches: RegExp; readonly leftOut?: string }
  | { readonly property: string; readonly absent: true };

/** One kind of resource that AWS Backup protects. */
export interface ResourceTypeCapability {
  readonly id: string;
  /** The name in the AWS Backup API; several rows may share it. */
  readonly resourceType: string;
  readonly title: string;
  /** What selects every resource of the type; other types may match it too, see `sharingArnForm`. */
  readonly selectionArn: ArnPattern;
  readonly recoveryPointArn: ArnPattern;
  readonly cfnTypes: readonly string[];
  /** All must hold for a resource of `cfnTypes` to be of this row. */
  readonly when?: readonly PropertyTest[];
  /** Present when the row is another row's resource under a setting that the resource itself does not show. */
  readonly variantOf?: { readonly id: string; readonly enabledBy: string };
  /** Without this no backup of the resource is made, whatever selects it. */
  readonly requirement?: { readonly path: readonly string[]; readonly value: string; readonly inWords: string };
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

/** Sources disagree; `supported` is the likelier reading, if there is one. */
export function conflict(note: string, supported?: boolean): Support {
  return { supported, certainty: 'conflict', note };
}

/** The features of a row: the source ticks what it has and leaves the rest blank, so what is not named is a NO. */
export function supports(named: Partial<Record<Feature, Support>>): Readonly<Record<Feature, Support>> {
  const blank = Object.fromEntries(FEATURES.map((feature) => [feature, NO])) as Record<Feature, Support>;
  return { ...blank, ...named };
}

export const COPIES = { crossRegionCopy: YES, crossAccountCopy: YES, crossRegionAndAccountCopy: YES };

/** True only on a fact that can be relied on, so that doubt never refuses anything. */
export function certainlyLacks(row: ResourceTypeCapability, feature: Feature): boolean {
  const { supported, certainty } = row.features[feature];
  return certainty === 'verified' && supported === false;
}

/** True only on a fact that can be relied on, so that doubt never promises anything. */
export function certainlyHas(row: ResourceTypeCapability, feature: Feature): boolean {
  const { supported, certainty } = row.features[feature];
  return certainty === 'verified' && supported === true;
}
