import type { RegionFeature } from '../../../capabilities/region-exceptions';
import { REGIONS_AS_OF, certainlyMissingIn } from '../../../capabilities/region-exceptions';
import type { BackupInventory, Entity } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { isKnown } from '../../../values/unknown';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const missingInRegion: Rule = {
  id: RuleId.MISSING_IN_REGION,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The Region has the features that are deployed to it.',
  why: 'Some Regions have no logically air-gapped vaults, AWS Backup Audit Manager, restore testing, or backup access points. The deployment fails.',
  fix: 'Deploy it in another Region, or leave it out by a condition.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  evaluate: (inventory: BackupInventory) => FEATURES.flatMap(({ cfnTypes, feature, inWords }) => (
    cfnTypes.flatMap((type) => inventory.ofType(type)).flatMap((entity) => outcomesOf(entity, feature, inWords))
  )),
};

interface DeployedFeature {
  readonly cfnTypes: readonly string[];
  readonly feature: RegionFeature;
  readonly inWords: string;
}

const FEATURES: readonly DeployedFeature[] = [
  { cfnTypes: ['AWS::Backup::LogicallyAirGappedBackupVault'], feature: 'airGappedVault', inWords: 'logically air-gapped vaults' },
  { cfnTypes: ['AWS::Backup::Framework', 'AWS::Backup::ReportPlan'], feature: 'auditManager', inWords: 'AWS Backup Audit Manager' },
  { cfnTypes: ['AWS::Backup::RestoreTestingPlan', 'AWS::Backup::RestoreTestingSelection'], feature: 'restoreTesting', inWords: 'restore testing' },
  { cfnTypes: ['AWS::Backup::BackupAccessPoint'], feature: 'accessPoint', inWords: 'backup access points' },
];

function outcomesOf({ address, environment: { region }, certain }: Entity, feature: RegionFeature, inWords: string): Outcome[] {
  if (!isKnown(region)) { return [unknown(address, `whether its Region has ${inWords} is unknown.`)]; }
  if (!certainlyMissingIn(region, feature)) { return []; }
  return certain
    ? [fault(address, new Problem('missing', `${address.cfnType} must be in a Region that has ${inWords}, got '${region}', which did not have it on ${REGIONS_AS_OF}. Deploy it in another Region.`))]
    : [unknown(address, `whether it is deployed in '${region}', which has no ${inWords}, is unknown.`)];
}
