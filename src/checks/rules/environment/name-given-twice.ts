import type { BackupInventory, Entity } from '../../../inventory';
import { environmentKey } from '../../../inventory';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const nameGivenTwice: Rule = {
  id: RuleId.NAME_GIVEN_TWICE,
  level: 'error',
  what: 'Vaults, frameworks, report plans, restore testing plans and tiering configurations have names of their own in an account and Region, '
    + 'and a vault is in one tiering configuration.',
  why: 'AWS Backup takes a name once, so that the deployment of the second fails. A warning where the two are in different stacks, which may never be deployed side by side.',
  fix: 'Choose another name, or join the two tiering configurations of a vault.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html',
  evaluate: (inventory) => KINDS.flatMap((kind) => outcomesOf(kind, inventory)),
};

interface Kind {
  readonly inWords: string;
  readonly cfnTypes: readonly string[];
  readonly property: string;
  /** What bears the value, where that is something else. */
  readonly subject?: string;
  readonly fix?: string;
}

const KINDS: readonly Kind[] = [
  { inWords: 'vault', cfnTypes: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'], property: 'BackupVaultName' },
  { inWords: 'framework', cfnTypes: ['AWS::Backup::Framework'], property: 'FrameworkName' },
  { inWords: 'report plan', cfnTypes: ['AWS::Backup::ReportPlan'], property: 'ReportPlanName' },
  { inWords: 'restore testing plan', cfnTypes: ['AWS::Backup::RestoreTestingPlan'], property: 'RestoreTestingPlanName' },
  { inWords: 'tiering configuration', cfnTypes: ['AWS::Backup::TieringConfiguration'], property: 'TieringConfigurationName' },
  { inWords: 'tiering configuration', cfnTypes: ['AWS::Backup::TieringConfiguration'], property: 'BackupVaultName', subject: 'tiering of vault', fix: 'join the two' },
];

function outcomesOf({ inWords, cfnTypes, property: name, subject = inWords, fix = 'choose another name' }: Kind, inventory: BackupInventory): Outcome[] {
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
    const place = at(entity.address, property);
    const [here, there] = [entity.address, other.address];
    if (!entity.certain || !other.certain) {
      return [unknown(place, `${subject} '${value}': whether ${there.logicalId}, which has the same '${name}', is deployed beside it cannot be known`)];
    }
    return [fault(place, `${subject} '${value}': '${name}' must be of one ${inWords} only in an account and Region, got it for ${there.logicalId} too: ${fix}`,
      here.sourceId === there.sourceId ? undefined : 'warning')];
  });
}

/** Stacks that do not say where they go may go to different places. */
function placeOf({ address: { sourceId }, environment }: Entity): string {
  return isKnown(environment.account) && isKnown(environment.region) ? environmentKey(environment) : sourceId;
}
