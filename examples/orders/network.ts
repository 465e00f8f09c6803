import { type StackProps, Fn, Stack } from 'aws-cdk-lib';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** The network of the order service: two Availability Zones without internet access. */
export class NetworkStack extends Stack {
  public readonly vpc: Vpc;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.vpc = new Vpc(this, 'Vpc', {
      natGateways: 0,
      restrictDefaultSecurityGroup: false, // would need a custom resource
      subnetConfiguration: [
        { name: 'Application', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
        { name: 'Data', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });
  }

  /** Chosen at deployment, so that synthesis needs no lookup in the account. */
  public get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }
}
