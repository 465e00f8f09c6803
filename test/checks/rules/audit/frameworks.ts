import { bothWays } from '../../both-ways';

export const PLAN_CONTROL = 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN';
export const DELETION = 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED';

export function written(FrameworkControls: unknown, more: object = {}): { Type: string; Properties: object } {
  return { Type: 'AWS::Backup::Framework', Properties: { FrameworkName: 'orders', FrameworkControls, ...more } };
}

export function framework(controls: unknown, more: object = {}) {
  return bothWays({ Framework: written(controls, more) });
}

export function control(ControlName: unknown, parameters?: Record<string, unknown>, ControlScope?: object) {
  const ControlInputParameters = parameters
    && Object.entries(parameters).map(([ParameterName, ParameterValue]) => ({ ParameterName, ParameterValue }));
  return { ControlName, ...ControlInputParameters && { ControlInputParameters }, ...ControlScope && { ControlScope } };
}

export function reportPlan(more: { readonly name?: unknown; readonly description?: unknown; readonly setting?: object; readonly channel?: object }) {
  return {
    Type: 'AWS::Backup::ReportPlan',
    Properties: {
      ReportPlanName: more.name ?? 'nightly',
      ReportPlanDescription: more.description,
      ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT', ...more.setting },
      ReportDeliveryChannel: { S3BucketName: 'reports', ...more.channel },
    },
  };
}

export const NO_FRAMEWORK = { name: 'no framework', ...bothWays({ Bucket: { Type: 'AWS::S3::Bucket' } }) };
