import { type BackupInventory, type Property, type Protectable, resourceKey } from '../../../inventory';
import { type Answer, allOf, anyOf } from '../../../values/answer';
import { append } from '../../../values/append';
import { UNKNOWN } from '../../../values/unknown';

/** Volumes of instances that are in a plan. The backup of an instance contains all volumes that are attached to it. */
export class AttachedVolumes {
  /** By volume. */
  private readonly attached = new Map<string, Answer[]>();

  constructor(private readonly inventory: BackupInventory) {
    const instances = new Map(inventory.protectables.filter(({ address: { cfnType } }) => cfnType === 'AWS::EC2::Instance').map((each) => [resourceKey(each.address), each]));
    for (const { properties, certain } of inventory.ofType('AWS::EC2::VolumeAttachment')) {
      const { owner: instance } = properties.get('InstanceId');
      this.add(properties.get('VolumeId'), allOf([certain || UNKNOWN, instance ? this.isCovered(instances.get(resourceKey(instance))) : UNKNOWN]));
    }
    for (const instance of instances.values()) {
      const volumes = instance.properties.get('Volumes').items();
      for (const volume of volumes === UNKNOWN ? [] : volumes ?? []) { this.add(volume.get('VolumeId'), this.isCovered(instance)); }
    }
  }

  /** Whether the resource is backed up with an instance. */
  public areCovered({ address }: Protectable): Answer {
    return anyOf(this.attached.get(resourceKey(address)) ?? []);
  }

  private add({ owner: volume }: Property, answer: Answer) {
    if (volume) { append(this.attached, resourceKey(volume), answer); }
  }

  private isCovered(instance: Protectable | undefined): Answer {
    if (!instance) { return UNKNOWN; }
    const { covered } = this.inventory.coverageOf(instance);
    return covered === UNKNOWN ? UNKNOWN : allOf([covered === 'yes', instance.certain || UNKNOWN]);
  }
}
