import { type StackProps, Size, Stack } from 'aws-cdk-lib';
import {
  type IVpc,
  AmazonLinuxCpuType, BlockDeviceVolume, CfnVolumeAttachment, EbsDeviceVolumeType, Instance, InstanceClass, InstanceSize, InstanceType, MachineImage,
  Volume,
} from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface ComputeStackProps extends StackProps {
  readonly vpc: IVpc;
}

/** The worker that processes orders. It can be recreated, except for the orders in its spool. */
export class ComputeStack extends Stack {
  public readonly spool: Volume;

  constructor(scope: Construct, id: string, props: ComputeStackProps) {
    super(scope, id, props);
    const key = new Key(this, 'Key', { description: 'Volumes of the order service', enableKeyRotation: true });
    const [availabilityZone] = props.vpc.availabilityZones;

    const worker = new Instance(this, 'Worker', {
      vpc: props.vpc,
      vpcSubnets: { subnetGroupName: 'Application', availabilityZones: [availabilityZone] },
      instanceType: InstanceType.of(InstanceClass.T4G, InstanceSize.SMALL),
      machineImage: MachineImage.latestAmazonLinux2023({ cpuType: AmazonLinuxCpuType.ARM_64 }),
      requireImdsv2: true,
      blockDevices: [{ deviceName: '/dev/xvda', volume: BlockDeviceVolume.ebs(20, { encrypted: true, kmsKey: key }) }],
    });
    this.spool = new Volume(this, 'Spool', {
      availabilityZone,
      size: Size.gibibytes(100),
      volumeType: EbsDeviceVolumeType.GP3,
      encrypted: true,
      encryptionKey: key,
    });
    new CfnVolumeAttachment(this, 'SpoolOfWorker', { device: '/dev/sdf', instanceId: worker.instanceId, volumeId: this.spool.volumeId });
  }
}
