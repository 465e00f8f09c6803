import { type BackupInventory, type Protectable, Text, sameArn } from '../../../inventory';
import { isKnown } from '../../../values/unknown';

/** The buckets for the artifacts of pipelines, which a pipeline builds again. */
export class ArtifactBuckets {
  private readonly arns: readonly Text[];

  constructor(inventory: BackupInventory) {
    const names = inventory.ofType('AWS::CodePipeline::Pipeline').flatMap(({ properties }) => {
      const stores = properties.get('ArtifactStores').items();
      const all = [properties.get('ArtifactStore'), ...isKnown(stores) ? stores.map((store) => store.get('ArtifactStore')) : []];
      return all.map((store) => store.get('Location').text()).filter(isKnown);
    });
    this.arns = names.map((name) => Text.of('arn:aws:s3:::', name));
  }

  /** Only if it is certain. */
  public contain(resource: Protectable): boolean {
    return resource.address.cfnType === 'AWS::S3::Bucket' && this.arns.some((each) => sameArn(each, resource.arn) === true);
  }
}
