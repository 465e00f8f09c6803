import { dependenciesIn } from './dependencies';
import type { Answer } from '../../values/answer';
import { shortestPath } from '../../values/graph';
import { UNKNOWN } from '../../values/unknown';
import { templateObject } from '../resolve/json';
import { type Scope, once } from '../resolve/scope';

/** Transforms of CloudFormation that add no dependencies. */
const HARMLESS: readonly unknown[] = ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'];

/** Whether CloudFormation creates a resource of a template after another one: by `DependsOn` or by references, directly or through others. */
export function waitsFor(scope: Scope, logicalId: string, other: string): Answer {
  const waitFor = once(scope, 'waitFor', new Map<string, ReadonlyMap<string, boolean>>(), () => dependenciesIn(scope).waitFor);
  const isThere = (certain: boolean) => shortestPath([logicalId], (id) => id === other, (id) => (
    [...waitFor.get(id) ?? []].filter(([, isCertain]) => isCertain || !certain).map(([next]) => next)
  )) !== undefined;
  if (isThere(true)) { return true; }
  const { source: { template, tagsIncomplete } } = scope;
  const transforms = [templateObject(template).Transform ?? []].flat();
  // Before the synthesis, the orders that constructs state are not in the template yet
  return isThere(false) || tagsIncomplete === true || !transforms.every((each) => HARMLESS.includes(each)) ? UNKNOWN : false;
}
