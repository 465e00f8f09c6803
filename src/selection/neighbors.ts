import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { readReferences } from '../cdk/references';
import { pathOf, propertiesOf, targetsOf } from '../cdk/resource-properties';
import { isObject } from '../values/is-object';

/** What the rest of the app says about a resource, as the app stands when it is first asked. */
export class Neighbors {
  private byType?: ReadonlyMap<string, CfnResource[]>;
  private instances?: ReadonlyMap<IConstruct, CfnResource[]>;
  private artifacts?: ReadonlyMap<IConstruct, CfnResource>;
  private named?: ReadonlySet<IConstruct>;

  constructor(private readonly root: IConstruct) {}

  /** The instances that a volume is attached to. */
  public instancesOf(volume: CfnResource): readonly CfnResource[] {
    this.instances ??= this.readInstances();
    return this.instances.get(volume) ?? [];
  }

  /** The volumes that are attached to an instance. */
  public volumesOf(instance: CfnResource): readonly CfnResource[] {
    this.instances ??= this.readInstances();
    return [...this.instances].flatMap(([volume, instances]) => instances.includes(instance) && CfnResource.isCfnResource(volume) ? [volume] : []);
  }

  /** Why a resource needs no backup, although it could have one. */
  public exemptionOf(resource: CfnResource): string | undefined {
    if (resource.cfnResourceType !== 'AWS::S3::Bucket') { return undefined; }
    this.artifacts ??= this.readArtifacts();
    const pipeline = this.artifacts.get(resource);
    return pipeline && `The pipeline '${pathOf(pipeline)}' builds its content again. To back it up, tag the bucket itself.`;
  }

  /** Whether a selection of the app refers to the resource. */
  public isNamed(resource: CfnResource): boolean {
    this.named ??= new Set(this.ofType('AWS::Backup::BackupSelection').flatMap((selection) => readReferences(selection).resources));
    return this.named.has(resource);
  }

  private readInstances(): ReadonlyMap<IConstruct, CfnResource[]> {
    const found = new Map<IConstruct, CfnResource[]>();
    const add = (volumes: readonly IConstruct[], instances: readonly IConstruct[]) => {
      for (const volume of volumes) {
        found.set(volume, [...found.get(volume) ?? [], ...instances.filter((each) => CfnResource.isCfnResource(each))]);
      }
    };
    for (const attachment of this.ofType('AWS::EC2::VolumeAttachment')) {
      const { VolumeId: volume, InstanceId: instance } = propertiesOf(attachment);
      add(targetsOf(attachment, [volume]), targetsOf(attachment, [instance]));
    }
    for (const instance of this.ofType('AWS::EC2::Instance')) { add(targetsOf(instance, valuesOf(propertiesOf(instance).Volumes, 'VolumeId')), [instance]); }
    return found;
  }

  private readArtifacts(): ReadonlyMap<IConstruct, CfnResource> {
    return new Map(this.ofType('AWS::CodePipeline::Pipeline').flatMap((pipeline) => {
      const { ArtifactStore: store, ArtifactStores: stores } = propertiesOf(pipeline);
      const locations = valuesOf([store, ...valuesOf(stores, 'ArtifactStore')], 'Location');
      return targetsOf(pipeline, locations).map((bucket): [IConstruct, CfnResource] => [bucket, pipeline]);
    }));
  }

  private ofType(type: string): readonly CfnResource[] {
    if (!this.byType) {
      const byType = new Map<string, CfnResource[]>();
      for (const each of this.root.node.findAll()) {
        if (!CfnResource.isCfnResource(each)) { continue; }
        const others = byType.get(each.cfnResourceType);
        if (others) { others.push(each); } else { byType.set(each.cfnResourceType, [each]); }
      }
      this.byType = byType;
    }
    return this.byType.get(type) ?? [];
  }
}

/** A property of each object in a list. */
export function valuesOf(list: unknown, property: string): unknown[] {
  return Array.isArray(list) ? list.filter(isObject).map((item) => item[property]).filter((value) => value !== undefined) : [];
}
