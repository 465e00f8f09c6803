import { Resource } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { AuditControl } from './audit-control';
import type { AuditFrameworkProps } from './audit-framework-props';
import { BackupConfigRecorder } from './backup-config-recorder';
import { renderControl } from './control-facts';
import { readFramework } from './framework-facts';
import { NEW_FRAMEWORK } from './framework-kinds';
import { frameworkProblems } from './framework-problems';
import { frameworkWarnings } from './framework-warnings';
import { adviceOnNeighbors } from './neighbors';
import { UNIQUE } from '../capabilities/unique-values';
import { deployAfter } from '../cdk/deployment-order';
import { expectKinds } from '../cdk/kinds';
import { physicalName } from '../cdk/physical-name';
import { refuse } from '../cdk/problems';
import { expectUnique } from '../cdk/unique-values';
import { advise } from '../cdk/warnings';

const MAX_NAME = 256;

/**
 * A framework of AWS Backup Audit Manager: controls that AWS evaluates continuously.
 *
 * The controls are derived from your plans, so the audit checks what a plan promises, and follows the plan when it changes.
 *
 * @example
 *
 * new AuditFramework(this, 'Audit', { plan, configRecorder: ConfigRecorder.existing() });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-audit-frameworks.html
 */
export class AuditFramework extends Resource implements aws_backup.IFrameworkRef {
  /**
   * Given by you, or a readable part and a hash of the construct path.
   *
   * @attribute
   */
  public readonly frameworkName: string;

  /**
   * Ends with an id that AWS Backup generates, so it is known only at deployment.
   *
   * @attribute
   */
  public readonly frameworkArn: string;

  /** The controls of the framework, the derived ones first. */
  public readonly controls: AuditControl[];

  /**
   * Creates the framework.
   *
   * @throws one error that lists everything that AWS would reject
   */
  constructor(scope: Construct, id: string, props: AuditFrameworkProps) {
    expectKinds(new.target.name, { scope, id, props }, NEW_FRAMEWORK);
    super(scope, id, { physicalName: props.frameworkName ?? physicalName(scope, id, MAX_NAME, '_') });
    const facts = readFramework(props);
    refuse(this, frameworkProblems(facts, this));
    advise(this, frameworkWarnings(this, facts));

    this.controls = facts.controls.map(({ control }) => control);
    const resource = new backup.CfnFramework(this, 'Resource', {
      frameworkName: this.physicalName,
      frameworkDescription: props.description,
      frameworkControls: facts.controls.map(renderControl),
      frameworkTags: props.tags && Object.entries(props.tags).map(([key, value]) => ({ key, value })),
    });
    expectUnique({ construct: this, resource, value: UNIQUE.framework, names: '\'frameworkName\'' });
    expectUnique({ construct: this, resource, value: UNIQUE.frameworkControls, names: '\'controls\'' });
    if (props.configRecorder?._created) {
      this.deployAfterRecorder(resource, new BackupConfigRecorder(this, 'ConfigRecorder', props.configRecorder._created));
    }
    this.node.addValidation({
      validate: () => {
        advise(this, adviceOnNeighbors(resource, props.configRecorder !== undefined));
        return [];
      },
    });
    this.frameworkName = this.physicalName;
    this.frameworkArn = resource.attrFrameworkArn;
  }

  /** A reference to this framework. */
  public get frameworkRef(): aws_backup.FrameworkReference {
    return { frameworkArn: this.frameworkArn };
  }

  /** An order that is not necessary: a framework deploys without a recorder, and evaluates nothing until there is one. */
  private deployAfterRecorder(framework: backup.CfnFramework, recorder: BackupConfigRecorder): void {
    deployAfter({
      after: framework,
      before: recorder,
      necessary: false,
      statedBy: this,
      first: 'the recorder',
      rule: '\'configRecorder\' must be deployed before the framework',
      got: 'a recorder that is deployed after it',
      fix: 'Remove the dependencies of the recorder on the framework.',
      consequence: 'Until the recorder exists, the framework evaluates no control.',
    });
  }
}
