import { CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { topLevelStack } from './physical-name';
import { placeOf } from './place';
import { problemOf } from './problems';
import { pathOf, propertiesOf } from './resource-properties';
import { warn } from './warnings';
import { WhenComplete } from './when-complete';
import type { UniqueValue } from '../capabilities/unique-values';
import { givenTwice } from '../validation/environment/unique-values';
import { isKnown } from '../values/unknown';

/** A value that a construct creates and that AWS Backup accepts once. */
interface Expected {
  readonly construct: Construct;
  readonly resource: CfnResource;
  readonly value: UniqueValue;
  /** The property as users know it, in quotes. */
  readonly names: string;
}

/**
 * Expects that no other resource of the app has the same value. The same value in one stack is an error. In two stacks of one account and Region, it
 * is a warning. That is known when the app is complete.
 */
export function expectUnique(expected: Expected): void {
  const { resource, value } = expected;
  REPORTING.set(resource, new Set([...REPORTING.get(resource) ?? [], value]));
  EXPECTED.add(expected);
}

const EXPECTED = new WhenComplete<Expected>(problemsOf);

/** The resources of all Stages that report their values. */
const REPORTING = new WeakMap<CfnResource, ReadonlySet<UniqueValue>>();

function problemsOf(all: readonly Expected[]): string[] {
  const resources = all[0].construct.node.root.node.findAll().filter((each) => CfnResource.isCfnResource(each));
  return [...new Set(all.map(({ value }) => value))].flatMap((value) => {
    const expected = new Map(all.filter((each) => each.value === value).map((each) => [each.resource, each]));
    const earlier = new Map<string, CfnResource[]>();
    return resources.filter(({ cfnResourceType }) => value.cfnTypes.includes(cfnResourceType)).flatMap((resource) => {
      const key = valueKey(value, resource);
      if (key === undefined) { return []; }
      const same = earlier.get(key) ?? [];
      earlier.set(key, [...same, resource]);
      const other = same.find(({ stack }) => stack === resource.stack) ?? same[0];
      return other ? judge(expected, REPORTING.get(resource)?.has(value) ? [resource, other] : [other, resource]) : [];
    });
  });
}

/** Reports nothing if the first resource is in another Stage. */
function judge(expected: ReadonlyMap<CfnResource, Expected>, [resource, other]: readonly [CfnResource, CfnResource]): string[] {
  const reporting = expected.get(resource);
  if (!reporting) { return []; }
  const { construct, value, names } = reporting;
  const { isError, problem } = givenTwice({ value, names, other: `'${pathOf(other)}'`, inOneTemplate: other.stack === resource.stack });
  if (isError) { return [problemOf(construct, problem)]; }
  warn(construct, 'givenTwice', problem.message);
  return [];
}

/** Equal if AWS Backup treats the values as the same. Undefined if that is unknown, or if a condition decides whether the resource exists. */
function valueKey({ property, namedBy }: UniqueValue, resource: CfnResource): string | undefined {
  if (resource.cfnOptions.condition) { return undefined; }
  const value = propertiesOf(resource)[property];
  if (value === undefined || (!namedBy && typeof value !== 'string')) { return undefined; }
  const written = JSON.stringify(value);
  const { account, region } = placeOf(topLevelStack(resource));
  const place = isKnown(account) && isKnown(region) ? `${account}|${region}` : resource.stack.node.path;
  return JSON.stringify([place, OF_ONE_TEMPLATE.test(written) ? resource.stack.node.path : '', written]);
}

/** A value that refers to other resources of its template differs in another template. */
const OF_ONE_TEMPLATE = /"Fn::GetAtt":|"Ref":"(?!AWS::)/;
