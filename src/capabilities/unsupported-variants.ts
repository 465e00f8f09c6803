import type { PropertyTest } from './resource-types/capability';
import type { Source } from './source';

/** Resources of a protected CloudFormation type that AWS Backup does not back up. */
export interface UnsupportedVariant {
  readonly cfnType: string;
  readonly when: readonly PropertyTest[];
  readonly label: string;
  readonly fix: string;
  readonly source: Source;
}

export const UNSUPPORTED_VARIANTS: readonly UnsupportedVariant[] = [{
  cfnType: 'AWS::FSx::FileSystem',
  when: [
    { property: 'FileSystemType', matches: /^LUSTRE$/ },
    { property: 'LustreConfiguration.DeploymentType', matches: /^SCRATCH_/, leftOut: 'SCRATCH_1' },
  ],
  label: 'AWS Backup does not back up scratch file systems of Amazon FSx for Lustre.',
  fix: 'Use a persistent deployment type.',
  source: { page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html', asOf: '2026-01-01' },
}];
