import type { BackupInventory, Entity } from '../../../inventory';
import { environmentKey } from '../../../inventory';
import { isKnown } from '../../../private/unknown';
import { at } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const nameGivenTwice: Rule = {
  id: RuleId.NAME_GIVEN_TWICE,
  level: 'error',
  what: 'Vaults, frameworks, report plans and restore testing plans have names of their own in an account and Region.',
  why: 'AWS Backup takes a name once, so that the deployment of the second fails. A warning where the two are in different stacks, which may never be deployed side by side.',
  fix: 'Choose another name.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html',
  evaluate: (inventory) => KINDS.flatMap((kind) => outcomesOf(kind, inventory)),
};

interface Kind {
  readonly inWords: string;
  readonly cfnTypes: readonly string[];
  readonly property: string;
}

const KINDS: readonly Kind[] = [
  { inWords: 'vault', cfnTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'], property: 'BackupVaultName' },
  { inWords: 'framework', cfnTypes: ['AWS::Backup::Framework'], property: 'FrameworkName' },
  { inWords: 'report plan', cfnTypes: ['AWS::Backup::ReportPlan'], property: 'ReportPlanName' },
  { inWords: 'restore testing plan', cfnTypes: ['AWS::Backup::RestoreTestingPlan'], property: 'RestoreTestingPlanName' },
];

function outcomesOf({ inWords, cfnTypes, property: name }: Kind, inventory: BackupInventory): Outcome[] {
  const first = new Map<string, Entity>();
  return cfnTypes.flatMap((type) => inventory.ofType(type)).flatMap((entity) => {
    const property = entity.properties.get(name);
    const value = property.string();
    if (!isKnown(value)) { return []; }
    const key = JSON.stringify([placeOf(entity), value]);
    const other = first.get(key);
    if (!other) {
      first.set(key, entity);
      return [];
    }
    const place = at(entity, property);
    const [here, there] = [entity.address, other.address];
    if (!entity.certain || !other.certain) { return [unknown(place, `${inWords} '${value}': whether ${there.logicalId}, which has its name, is deployed beside it cannot be known`)]; }
    return [fault(place, `${inWords} '${value}': '${name}' must be of one ${inWords} only in an account and Region, got it for ${there.logicalId} too: choose another name`,
      here.sourceId === there.sourceId ? undefined : 'warning')];
  });
}

/** Stacks that do not say where they go may go to different places. */
function placeOf({ address: { sourceId }, environment }: Entity): string {
  return isKnown(environment.account) && isKnown(environment.region) ? environmentKey(environment) : sourceId;
}
