import type { Reference } from './text/text';
import { partitionOf } from '../capabilities/regions';
import { type Answer, allOf } from '../values/answer';
import { remember } from '../values/remember';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

/** An account and a Region, and whether two of them are the same: see `sameEnvironment`. */
export interface Environment {
  readonly account: Value<string>;
  readonly region: Value<string>;
  /** Environments of one application that are unknown are the same. */
  readonly application: string;
}

/** Whether a selection in one environment can select a resource in the other. */
export function sameEnvironment(one: Environment, other: Environment): Answer {
  const sameApplication = one.application === other.application;
  return allOf([
    samePart(one.account, other.account, sameApplication),
    samePart(one.region, other.region, sameApplication),
  ]);
}

/** Stacks of one application without an environment are deployed with one set of credentials. */
export function samePart(one: Value<string>, other: Value<string>, sameApplication: boolean): Answer {
  if (isKnown(one) && isKnown(other)) { return one === other; }
  return one === other && sameApplication ? true : UNKNOWN;
}

/** Equal for environments that are certainly the same. */
export function environmentKey({ account, region, application }: Environment): string {
  const open = isKnown(account) && isKnown(region) ? '' : application;
  return JSON.stringify([isKnown(account) ? account : null, isKnown(region) ? region : null, open]);
}

export function accountPart(environment: Environment): string | Reference {
  return isKnown(environment.account) ? environment.account : openPart('AWS::AccountId', environment);
}

export function regionPart(environment: Environment): string | Reference {
  return isKnown(environment.region) ? environment.region : openPart('AWS::Region', environment);
}

export function partitionPart(environment: Environment, partition: string | undefined): string | Reference {
  return partition ?? (isKnown(environment.region) ? partitionOf(environment.region) : undefined) ?? openPart('AWS::Partition', environment);
}

const referenceTo = remember((key): Reference => ({ kind: 'pseudo', key, name: key.slice(0, key.indexOf('@')) }));

function openPart(name: string, { application }: Environment): Reference {
  return referenceTo(`${name}@${application}`);
}
