import type { Construct } from 'constructs';
import type { AuditControl } from './audit-control';
import { type ControlFacts, renderControl } from './control-facts';
import { controlProblems } from './control-problems';
import type { FrameworkFacts } from './framework-facts';
import { recordersBeside } from './neighbors';
import { certainlyMissingIn } from '../capabilities/region-exceptions';
import { knownOf, readableText } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { frameworkValueProblems as valueProblems } from '../validation/audit/controls';
import { tagKeyProblems } from '../validation/tag-keys';
import { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

const NAMES = { name: 'frameworkName', description: 'description', controls: 'controls' };

/** Reasons for which AWS would reject the framework. */
export function frameworkProblems(facts: FrameworkFacts, framework: Construct): Problem[] {
  const { props: { frameworkName, description, tags = {} }, controls } = facts;
  return [
    ...valueProblems({
      name: knownOf(frameworkName),
      description: description === undefined ? undefined : readableText(description),
      controls: controls.length,
    }, NAMES),
    ...tagKeyProblems('tags', Object.keys(tags)),
    ...placeProblems(facts, framework),
    ...excludeProblems(facts),
    ...recorderProblems(facts, framework),
    ...repeatedControls(controls).map(({ controlName }) => new Problem('twice', `'controls' must not contain a control twice with the same parameters and scope, got ${controlName} twice. Leave one out.`, controlName)),
    ...controls.flatMap((each) => controlProblems(each).map((problem) => problem.of(`control ${each.control.controlName}`))),
  ];
}

function placeProblems({ plans }: FrameworkFacts, framework: Construct): Problem[] {
  const here = placeOf(topLevelStack(framework));
  const foreign = plans.flatMap((plan) => {
    const difference = elsewhere(here, placeOf(topLevelStack(plan)));
    return difference
      ? [new Problem('elsewhere', `'plan' must be in the ${difference.part} of the framework ('${difference.here}'), got the plan '${plan.node.path}' of '${difference.there}'. `
        + 'Create a framework in the stack of that plan.', plan.node.path)]
      : [];
  });
  return isKnown(here.region) && certainlyMissingIn(here.region, 'auditManager')
    ? [...foreign, new Problem('region', `'env.region' must be a Region that has AWS Backup Audit Manager, got '${here.region}'. Leave out the framework in that Region.`)]
    : foreign;
}

function excludeProblems({ props: { exclude = [], controls = [] } }: FrameworkFacts): Problem[] {
  return exclude.filter((left) => controls.some((control) => control.controlName === left))
    .map((name) => new Problem('excluded', `'exclude' must not name a control of 'controls', got ${name}. Leave it out of one of them.`, name));
}

function recorderProblems({ props: { configRecorder } }: FrameworkFacts, framework: Construct): Problem[] {
  return configRecorder?._created === undefined ? [] : recordersBeside(framework).map((recorder) =>
    new Problem('second', `'configRecorder' must not create a second recorder in a Region, got one at '${recorder.node.path}'. Use ConfigRecorder.existing().`));
}

/**
 * Controls that repeat an earlier one.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-framework.html
 */
function repeatedControls(controls: readonly ControlFacts[]): AuditControl[] {
  const rendered = controls.map((control) => JSON.stringify(renderControl(control)));
  return controls.filter((_, index) => rendered.indexOf(rendered[index]) !== index).map(({ control }) => control);
}
