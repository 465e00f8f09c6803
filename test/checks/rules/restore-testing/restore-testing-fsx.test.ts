import { BACKUP_OF_EVERYTHING, BACKUP_PLAN, NO_TEST, selection, writtenSelection } from './restore-tests';
import { restoreTestingFsx } from '../../../../src/checks/rules/restore-testing/restore-testing-fsx';
import { GIVEN, bothWays, inTwoRegions } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const SUBJECT = 'restore testing selection \'tables\':';
const DOUBT = `${SUBJECT} whether 'RestoreMetadataOverrides' has what its file systems require is unknown.`;
const PERSISTENT = { LustreConfiguration: { DeploymentType: 'PERSISTENT_2' } };
const fileSystem = (FileSystemType: unknown) => ({ Type: 'AWS::FSx::FileSystem', Properties: { FileSystemType, SubnetIds: ['subnet-1'], ...FileSystemType === 'LUSTRE' && PERSISTENT } });
const VOLUME = { Type: 'AWS::FSx::Volume', Properties: { Name: 'orders', VolumeType: 'ONTAP' } };
const SUBNETS = { subnetIds: '["subnet-1"]' };

const testing = (resource: { Type: string; Properties: object }, RestoreMetadataOverrides?: unknown) => bothWays({
  Data: resource,
  Selection: writtenSelection({ ProtectedResourceType: 'FSx', RestoreMetadataOverrides, ProtectedResourceArns: [{ 'Fn::GetAtt': ['Data', 'ResourceARN'] }] }),
});
const message = (missing: string, title: string) => `${SUBJECT} 'RestoreMetadataOverrides' must have ${missing} to restore Data (${title}), got none. Add it.`;

describeRule(restoreTestingFsx, {
  compliant: [
    { name: 'Lustre', ...testing(fileSystem('LUSTRE'), SUBNETS) },
    { name: 'Windows', ...testing(fileSystem('WINDOWS'), { ...SUBNETS, 'windowsConfiguration.activeDirectoryId': 'd-1' }) },
    { name: 'Windows, as an object', ...testing(fileSystem('WINDOWS'), { ...SUBNETS, WindowsConfiguration: '{"ActiveDirectoryId":"d-1"}' }) },
    { name: 'OpenZFS', ...testing(fileSystem('OPENZFS')) },
    { name: 'ONTAP', ...testing(VOLUME, { storageVirtualMachineId: GIVEN }) },
  ],
  nonCompliant: [
    {
      name: 'Lustre without subnets',
      ...testing(fileSystem('LUSTRE')),
      messages: [message('\'subnetIds\'', 'Amazon FSx for Lustre file system')],
      paths: ['RestoreMetadataOverrides'],
    },
    {
      name: 'everything, with Lustre that is backed up',
      ...bothWays({
        Data: fileSystem('LUSTRE'),
        Plan: BACKUP_PLAN,
        Backup: BACKUP_OF_EVERYTHING,
        Selection: writtenSelection({ ProtectedResourceType: 'FSx', ProtectedResourceArns: ['*'] }),
      }),
      messages: [message('\'subnetIds\'', 'Amazon FSx for Lustre file system')],
      levels: ['warning'],
    },
    {
      name: 'Windows without anything',
      ...testing(fileSystem('WINDOWS'), { kmsKeyId: 'alias/fsx' }),
      messages: [message('\'subnetIds\' and \'windowsConfiguration.activeDirectoryId\'', 'Amazon FSx for Windows File Server file system')],
    },
    {
      name: 'ONTAP without a machine',
      ...testing(VOLUME, { ontapConfiguration: '{"junctionPath":"/orders"}' }),
      messages: [message('\'ontapConfiguration.storageVirtualMachineId\'', 'Amazon FSx for NetApp ONTAP volume')],
    },
  ],
  notApplicable: [NO_TEST, { name: 'another type', ...selection() }],
  unknown: [
    {
      name: 'everything, with Lustre that is backed up in another Region',
      ...inTwoRegions(
        { Selection: writtenSelection({ ProtectedResourceType: 'FSx', ProtectedResourceArns: ['*'] }) },
        { Data: fileSystem('LUSTRE'), Plan: BACKUP_PLAN, Backup: BACKUP_OF_EVERYTHING },
      ),
      messages: [DOUBT],
    },
    { name: 'everything', ...selection({ ProtectedResourceType: 'FSx', ProtectedResourceArns: ['*'] }), messages: [DOUBT] },
    { name: 'overrides that are not known', ...testing(fileSystem('LUSTRE'), { 'Fn::Transform': { Name: 'Overrides' } }), messages: [DOUBT] },
  ],
});
