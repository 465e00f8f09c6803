import { developerGuide } from '../source';
import { type ResourceTypeCapability, COPIES, YES, conflict, supports, yes } from './capability';

const FEATURE_TABLE = developerGuide('backup-feature-availability', '2026-08-27');

const NESTED = yes('nested resources keep the features of their own type, but lose point-in-time recovery');

/** What is backed up as a whole: machines, stacks, clusters. */
export const APPLICATIONS = [
  {
    id: 'VIRTUAL_MACHINE',
    resourceType: 'VirtualMachine',
    title: 'VMware virtual machine',
    selectionArn: 'backup-gateway:*:*:vm/*',
    recoveryPointArn: 'backup:*:*:recovery-point:*',
    cfnTypes: [],
    features: supports({
      ...COPIES,
      coldStorage: YES,
      incremental: YES,
      fullManagement: YES,
      itemRestore: yes('a disk'),
      airGappedVault: YES,
      auditManager: YES,
    }),
    notes: ['no CloudFormation resource; AWS::BackupGateway::Hypervisor is the host'],
    source: FEATURE_TABLE,
  },
  {
    id: 'CLOUDFORMATION',
    resourceType: 'CloudFormation',
    title: 'AWS CloudFormation stack',
    selectionArn: 'cloudformation:*:*:stack/*',
    recoveryPointArn: 'backup:*:*:recovery-point:*',
    cfnTypes: ['AWS::CloudFormation::Stack'],
    features: supports({
      crossRegionCopy: NESTED,
      coldStorage: YES,
      incremental: NESTED,
      fullManagement: conflict('no in the feature table; the encryption page lists stacks among the types with independent encryption'),
      auditManager: YES,
    }),
    notes: [],
    source: FEATURE_TABLE,
  },
  {
    id: 'EKS',
    resourceType: 'EKS',
    title: 'Amazon EKS cluster',
    selectionArn: 'eks:*:*:cluster/*',
    recoveryPointArn: 'backup:*:*:recovery-point:*',
    cfnTypes: ['AWS::EKS::Cluster'],
    features: supports({
      ...COPIES,
      fullManagement: YES,
      itemRestore: YES,
      airGappedVault: yes('not in Bahrain and UAE'),
    }),
    notes: [
      'storage backed up with the cluster has the features of its own resource type',
      'the cluster needs authentication mode API or API_AND_CONFIG_MAP',
    ],
    source: FEATURE_TABLE,
  },
] as const satisfies readonly ResourceTypeCapability[];
