import { Resource } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { AuditControl } from './audit-control';
import type { AuditFrameworkProps } from './audit-framework-props';
import { BackupConfigRecorder } from './backup-config-recorder';
import { deriveControls } from './derived-controls';
import { adviceOnNeighbours, recordersBeside } from './neighbours';
import { auditedPlan } from './plan-facts';
import type { PlannedControl } from './planned-control';
import { planControl } from './planned-control';
import { certainlyMissingIn } from '../capabilities/region-exceptions';
import { knownOf, readableText } from '../cdk/measures';
import { physicalName, topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { Problems } from '../cdk/problems';
import { warn } from '../cdk/warnings';
import { frameworkProblems } from '../validation/audit/controls';
import { tagKeyProblems } from '../validation/tag-keys';
import { isKnown } from '../values/unknown';

const NAMES = { name: 'frameworkName', description: 'description', controls: 'controls' };
const MAX_NAME = 256;

/**
 * A framework of AWS Backup Audit Manager: controls that AWS evaluates from then on. Given a plan it derives them, so that the
 * audit asks for what the plan promises and follows it when it changes.
 *
 * The constructor throws one error that lists everything that AWS would reject.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-audit-frameworks.html
 */
export class AuditFramework extends Resource implements aws_backup.IFrameworkRef {
  /**
   * The name of the framework.
   *
   * @attribute
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-frameworks-api.html
   */
  public readonly frameworkName: string;

  /**
   * The ARN of the framework.
   *
   * @attribute
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-frameworks-api.html
   */
  public readonly frameworkArn: string;

  /**
   * The controls of the framework, the derived ones first.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/choosing-controls.html
   */
  public readonly controls: AuditControl[];

  /**
   * Makes a framework.
   *
   * @throws one error that lists everything that AWS would reject
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-audit-frameworks.html
   */
  constructor(scope: Construct, id: string, props: AuditFrameworkProps) {
    super(scope, id, { physicalName: props.frameworkName ?? physicalName(scope, id, MAX_NAME, '_') });
    const { controls: given = [], exclude = [] } = props;
    const plans = [...props.plan ? [props.plan] : [], ...props.plans ?? []];
    const derived = deriveControls(plans.map((plan) => auditedPlan(plan)), props.scope);
    const isWanted = (name: string) => !given.some((control) => control.controlName === name) && !exclude.some((left) => left === name);
    this.controls = [...derived.controls.filter((control) => isWanted(control.controlName)), ...given];
    const planned = this.controls.map((control) => planControl(control));
    this.validate(props, planned);

    for (const { name, because } of derived.underived.filter(({ name: underived }) => isWanted(underived))) {
      warn(this, 'controlNotDerived', `the control ${name} cannot be derived, since ${because}: give it in 'controls', or name it in 'exclude'`);
    }
    for (const { control, warnings } of planned) {
      for (const message of warnings) { warn(this, 'auditControl', `control ${control.controlName}: ${message}`); }
    }

    const resource = new backup.CfnFramework(this, 'Resource', {
      frameworkName: this.physicalName,
      frameworkDescription: props.description,
      frameworkControls: planned.map((control) => control.render()),
      frameworkTags: props.tags && Object.entries(props.tags).map(([key, value]) => ({ key, value })),
    });
    if (props.configRecorder?._created?.bucket && !props.configRecorder._created.bucket.node.defaultChild) {
      warn(this, 'configBucketNotChanged', 'the bucket of the recorder is imported, and its policy and the policy of its key stay as they are: in another account, or under a '
        + 'key of its own, they have to let the role of the recorder write');
    }
    if (props.configRecorder?._created) {
      resource.node.addDependency(new BackupConfigRecorder(this, 'ConfigRecorder', props.configRecorder._created));
    }
    this.node.addValidation({
      validate: () => {
        for (const { id: warning, message } of adviceOnNeighbours(resource, props.configRecorder !== undefined)) { warn(this, warning, message); }
        return [];
      },
    });
    this.frameworkName = this.physicalName;
    this.frameworkArn = resource.attrFrameworkArn;
  }

  /**
   * A reference to this framework.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-frameworks-api.html
   */
  public get frameworkRef(): aws_backup.FrameworkReference {
    return { frameworkArn: this.frameworkArn };
  }

  private validate(props: AuditFrameworkProps, planned: readonly PlannedControl[]): void {
    const problems = new Problems();
    const here = placeOf(topLevelStack(this));
    problems.add(...frameworkProblems({
      name: knownOf(props.frameworkName),
      description: props.description === undefined ? undefined : readableText(props.description),
      controls: planned.length,
    }, NAMES));
    problems.add(...tagKeyProblems('tags', Object.keys(props.tags ?? {})));
    for (const plan of [...props.plan ? [props.plan] : [], ...props.plans ?? []]) {
      const difference = elsewhere(here, placeOf(topLevelStack(plan)));
      if (difference) {
        problems.add(`'plan' must be in the ${difference.part} of the framework ('${difference.here}'), got the plan '${plan.node.path}' of '${difference.there}': `
          + 'make a framework in its stack');
      }
    }
    for (const name of (props.exclude ?? []).filter((left) => props.controls?.some((control) => control.controlName === left))) {
      problems.add(`'exclude' must not name a control that 'controls' gives, got ${name}: leave it out of one of them`);
    }
    if (isKnown(here.region) && certainlyMissingIn(here.region, 'auditManager')) {
      problems.add(`'env.region' must be a Region that has AWS Backup Audit Manager, got '${here.region}': leave the framework out there`);
    }
    if (props.configRecorder?._created) {
      for (const recorder of recordersBeside(this)) {
        problems.add(`'configRecorder' must not create a second recorder in a Region, got one at '${recorder.node.path}': use ConfigRecorder.existing()`);
      }
    }
    for (const control of twins(planned)) {
      problems.add(`'controls' must not hold a control twice with the same parameters and scope, got ${control.controlName}: leave one out`);
    }
    for (const { control, problems: found } of planned) { problems.addOf(`control ${control.controlName}`, found); }
    problems.throwIfAny(this);
  }
}

/**
 * Controls that an earlier one says already.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-framework.html
 */
function twins(planned: readonly PlannedControl[]): AuditControl[] {
  const rendered = planned.map((control) => JSON.stringify(control.render()));
  return planned.filter((_, index) => rendered.indexOf(rendered[index]) !== index).map(({ control }) => control);
}
