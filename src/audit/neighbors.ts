import type { CfnResource } from 'aws-cdk-lib';
import { CfnFramework } from 'aws-cdk-lib/aws-backup';
import { CfnConfigurationRecorder } from 'aws-cdk-lib/aws-config';
import type { Construct } from 'constructs';
import { CONFIG_RESOURCE_TYPES } from '../capabilities/audit-controls';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { propertiesOf } from '../cdk/resource-properties';
import { type Warning, warningOf } from '../cdk/warnings';
import { frameworkQuotaWarnings } from '../validation/audit/controls';
import { isKnown } from '../values/unknown';

/** Advice that needs the whole app, because quotas and recorders belong to an account. */
export function adviceOnNeighbors(framework: CfnFramework, recorderIsStated: boolean): Warning[] {
  const advice: Warning[] = [];
  const neighbors = framework.node.root.node.findAll();
  const recorders = neighbors.filter((each) => CfnConfigurationRecorder.isCfnConfigurationRecorder(each));
  if (!recorderIsStated && !recorders.some((each) => mayBeBeside(framework, each) && mayRecordBackups(each))) {
    advice.push({
      id: 'noConfigRecorder',
      message: 'AWS evaluates no control unless AWS Config records the types of AWS Backup in this account and Region, and does not report it. '
        + 'Set \'configRecorder\' to ConfigRecorder.existing() if there is a recorder, or to ConfigRecorder.create() to create one.',
    });
  }
  const frameworks = neighbors.filter((each) => CfnFramework.isCfnFramework(each)).filter((each) => isBeside(framework, each));
  const controls = frameworks.map(controlsOf);
  const total = controls.every((each) => each !== undefined) ? controls.reduce((sum, each) => sum + each!.length, 0) : undefined;
  advice.push(...frameworkQuotaWarnings(frameworks.length, total).map(warningOf('auditQuota')));
  return advice;
}

/** False only if the recorder certainly leaves out one of the types. */
function mayRecordBackups(recorder: CfnConfigurationRecorder): boolean {
  const { RecordingGroup: group } = propertiesOf(recorder) as { readonly RecordingGroup?: Readonly<Record<string, unknown>> };
  const types = group?.ResourceTypes;
  const isWhole = group?.AllSupported !== false || !Array.isArray(types) || types.some((type) => typeof type !== 'string');
  return isWhole || CONFIG_RESOURCE_TYPES.every((type) => types.includes(type));
}

/** Recorders that are certainly in the account and Region of a construct. */
export function recordersBeside(construct: Construct): CfnResource[] {
  return construct.node.root.node.findAll()
    .filter((each) => CfnConfigurationRecorder.isCfnConfigurationRecorder(each)).filter((each) => isBeside(construct, each));
}

/** Whether both are certainly in the same account and Region: in one stack, or in stacks that set both. */
function isBeside(one: Construct, other: Construct): boolean {
  const [here, there] = [placeOf(topLevelStack(one)), placeOf(topLevelStack(other))];
  const known = [here, there].every(({ account, region }) => isKnown(account) && isKnown(region));
  return topLevelStack(one) === topLevelStack(other) || (known && elsewhere(here, there) === undefined);
}

function mayBeBeside(one: Construct, other: Construct): boolean {
  return elsewhere(placeOf(topLevelStack(one)), placeOf(topLevelStack(other))) === undefined;
}

function controlsOf(framework: CfnFramework): readonly unknown[] | undefined {
  const { FrameworkControls: controls } = propertiesOf(framework);
  return Array.isArray(controls) ? controls : undefined;
}
