import { type RegionFeature, REGIONS_AS_OF, certainlyMissingIn } from '../../../capabilities/region-exceptions';
import type { BackupInventory, Entity } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { isKnown } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const missingInRegion: Rule = {
  id: RuleId.MISSING_IN_REGION,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The Region has the features that are deployed to it.',
  why: 'Some Regions have no logically air-gapped vaults, AWS Backup Audit Manager, restore testing, or backup access points. The deployment fails.',
  fix: 'Deploy the resource in another Region, or leave it out with a condition.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  evaluate: (inventory: BackupInventory) => FEATURES.flatMap(({ cfnTypes, feature, label }) => (
    cfnTypes.flatMap((type) => inventory.ofType(type)).flatMap((entity) => outcomesOf(entity, feature, label))
  )),
};

interface DeployedFeature {
  readonly cfnTypes: readonly string[];
  readonly feature: RegionFeature;
  readonly label: string;
}

const FEATURES: readonly DeployedFeature[] = [
  { cfnTypes: ['AWS::Backup::LogicallyAirGappedBackupVault'], feature: 'airGappedVault', label: 'logically air-gapped vaults' },
  { cfnTypes: ['AWS::Backup::Framework', 'AWS::Backup::ReportPlan'], feature: 'auditManager', label: 'AWS Backup Audit Manager' },
  { cfnTypes: ['AWS::Backup::RestoreTestingPlan', 'AWS::Backup::RestoreTestingSelection'], feature: 'restoreTesting', label: 'restore testing' },
  { cfnTypes: ['AWS::Backup::BackupAccessPoint'], feature: 'accessPoint', label: 'backup access points' },
];

function outcomesOf({ address, environment: { region }, certain }: Entity, feature: RegionFeature, label: string): Outcome[] {
  if (!isKnown(region)) { return [unknown(address, `Whether its Region has ${label} is unknown.`)]; }
  if (!certainlyMissingIn(region, feature)) { return []; }
  return certain
    ? [fault(address, new Problem('missing', `${address.cfnType} must be in a Region that has ${label}, got '${region}', which did not have it on ${REGIONS_AS_OF}. Deploy it in another Region.`))]
    : [unknown(address, `Whether it is deployed in '${region}', which has no ${label}, is unknown.`)];
}
