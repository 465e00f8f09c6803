import { LIMITS } from '../../capabilities/limits';
import { ACCOUNT_ID } from '../../capabilities/principals';
import { RESOURCE_TYPES } from '../../capabilities/resource-types';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';
import { rangeProblems } from '../ranges';

/** The ARN of a resource, of all resources of a type, or of all resources of a service, such as `arn:aws:rds:*`. */
const ARN = /^arn:[^:]+:[^:]+:(?:\*$|[^:]*:(?:\*$|[^:]*:.+))/;

/** ARNs of every service, which the wildcards of the guide match. */
const ANY_SERVICE = /^arn:(?:[^:]+:)?\*$/;

export function isWildcard(arn: Value<string>): boolean {
  return isKnown(arn) && arn.includes('*');
}

/** The form and the number of the ARNs in a selection. */
export function resourceArnProblems(name: string, arns: readonly Value<string>[]): Problem[] {
  return [...arnCountProblems(name, arns), ...arnFormProblems(name, arns)];
}

export function arnCountProblems(name: string, arns: readonly Value<string>[]): Problem[] {
  const wildcards = arns.filter(isWildcard).length;
  return [
    ...rangeProblems(name, arns.length - wildcards, LIMITS.arnsPerSelection),
    ...rangeProblems(name, wildcards, LIMITS.wildcardArnsPerSelection).map((problem) => problem.ofElement('wildcards')),
  ];
}

export function arnFormProblems(name: string, arns: readonly Value<string>[]): Problem[] {
  return arns.filter(isKnown).filter((arn) => arn !== '*' && !ARN.test(arn) && !ANY_SERVICE.test(arn))
    .map((arn) => new Problem('form', `'${name}' must contain ARNs, or '*' for every resource, got '${arn}'. Write the whole ARN.`, arn));
}

/** The names of the properties in messages, and how to fix the selection. */
export interface UnionNames {
  readonly resources: string;
  readonly tags: string;
  readonly fix: string;
}

/** A warning only, for a selection that also has tags: the union can be intended. */
export function unionWarnings({ resources, tags, fix }: UnionNames, arns: readonly Value<string>[]): Problem[] {
  const wide = arns.filter(isWildcard);
  return wide.length === 0 ? [] : [
    new Problem('union', `'${resources}' should not have wildcards beside '${tags}', got ${wide.map((arn) => `'${String(arn)}'`).join(', ')}. AWS Backup selects every resource `
      + `that matches either of the two. ${fix}`),
  ];
}

/** A warning only: the guide shows wildcards inside a resource's name, but the API reference allows them only at its end. */
export function resourceArnWarnings(name: string, arns: readonly Value<string>[]): Problem[] {
  return arns.filter(isKnown).filter(hasInnerWildcard)
    .map((arn) => new Problem('inner-wildcard', `'${name}' should have a wildcard only at the end of a resource's name, got '${arn}'. The API documents no other place, so this might select nothing. Move it to the end.`, arn));
}

/** A warning only: the guide's wildcards match such an ARN, but it shows no example of one. */
export function anyServiceWarnings(name: string, arns: readonly Value<string>[]): Problem[] {
  return arns.filter(isKnown).filter((arn) => ANY_SERVICE.test(arn))
    .map((arn) => new Problem('any-service', `'${name}' should name a service in an ARN, got '${arn}'. AWS documents no such ARN, so it might select nothing. `
      + 'Write \'*\' for every resource.', arn));
}

/** A warning only, because nothing fails: the ARN selects nothing. */
export function partitionWarnings(name: string, arns: readonly Value<string>[], partition: string | undefined): Problem[] {
  if (partition === undefined) { return []; }
  return arns.filter(isKnown).flatMap((arn) => {
    const [, written] = /^arn:([a-z-]+):/.exec(arn) ?? [];
    return written === undefined || written === partition ? [] : [new Problem('partition', `'${name}' should contain ARNs of the partition '${partition}', to which the plan is deployed, got '${arn}'. `
      + `It selects nothing. Write '${partition}', or use the pseudo parameter AWS::Partition (Aws.PARTITION in the CDK).`, arn)];
  });
}

/** Where a plan is deployed. */
export interface PlanPlace {
  readonly account: Value<string>;
  readonly region: Value<string>;
}

/** A warning only, because nothing fails. One ARN that the plan can reach is enough: a list of ARNs can be meant for the plans of several Regions. */
export function elsewhereWarnings(name: string, arns: readonly Value<string>[], { account, region }: PlanPlace): Problem[] {
  const isOther = (written: string, own: Value<string>, form: RegExp) => isKnown(own) && form.test(own) && form.test(written) && written !== own;
  const isElsewhere = (arn: string) => {
    const [ofRegion = '', ofAccount = ''] = arn.split(':').slice(REGION_FIELD);
    return isOther(ofRegion, region, REGION) || isOther(ofAccount, account, ACCOUNT_ID.pattern);
  };
  const [first] = arns;
  return !isKnown(first) || !arns.every((arn) => isKnown(arn) && isElsewhere(arn)) ? [] : [
    new Problem('elsewhere', `'${name}' should contain ARNs of the account and Region of the plan, got '${first}'. AWS Backup does not back up resources of other accounts and Regions, so `
      + 'the ARNs select nothing. Create a plan and a selection there.', first),
  ];
}

const REGION_FIELD = 3;
const REGION = /^[a-z]+(-[a-z]+)+-\d+$/;

/** A warning only, because AWS Backup might protect types that are newer than this library. */
export function unprotectedArnWarnings(name: string, arns: readonly Value<string>[]): Problem[] {
  return arns.filter(isKnown).filter((arn) => ARN.test(arn)).flatMap((arn) => {
    const [service, ...fields] = arn.split(':').slice(SERVICE_FIELD);
    if (/[*?$]/.test(service)) { return []; }
    const rows = RESOURCE_TYPES.filter(({ selectionArn }) => selectionArn.startsWith(`${service}:`));
    if (rows.length === 0) {
      return [new Problem('unprotected', `'${name}' should contain ARNs of types that AWS Backup protects, got '${arn}'. AWS Backup does not protect resources of '${service}'. `
        + 'Leave it out.', arn)];
    }
    if (fields.every((field) => /^\**$/.test(field))) { return []; }
    const forms = [...new Set(rows.map(({ selectionArn }) => selectionArn))];
    return forms.some((form) => canHaveForm(fields, form.split(':').slice(1))) && !WITHIN.test(arn) ? [] : [
      new Problem('no-resource', `'${name}' should contain ARNs that a resource can have, got '${arn}'. No type that AWS Backup protects has such an ARN, so it selects nothing. `
        + `Write it as ${forms.map((form) => `'arn:aws:${form}'`).join(' or ')}.`, arn),
    ];
  });
}

const SERVICE_FIELD = 2;

/** Objects of a bucket, and indexes, streams, and backups of a table. AWS Backup protects whole buckets and tables, whose names have no slash. */
const WITHIN = /^arn:[^:]*:(s3:::|dynamodb:[^:]*:[^:]*:table\/)[^/]*\//;

/** Whether a resource of a form can have such a Region, account, and resource. The resource is compared up to the first wildcard. */
function canHaveForm([region = '', account = '', ...own]: readonly string[], [ofRegion, ofAccount, ...form]: readonly string[]) {
  const isGlobal = (field: string, formField: string) => formField !== '' || field === '' || field.startsWith('*');
  const [start, formStart] = [own, form].map((parts) => parts.join(':').split(/[*?$]/)[0]);
  return isGlobal(region, ofRegion) && isGlobal(account, ofAccount)
    && (own.length === 0 || start.startsWith(formStart) || formStart.startsWith(start));
}

/** The fields after the partition. */
const RESOURCE_FIELD = 3;

function hasInnerWildcard(arn: string): boolean {
  const [, , ...pattern] = arn.split(':');
  if (pattern.length < RESOURCE_FIELD + 1) { return false; }
  if (RESOURCE_TYPES.some((row) => row.selectionArn === pattern.join(':'))) { return false; }
  return pattern.slice(RESOURCE_FIELD).join(':').slice(0, -1).includes('*');
}
