import { MULTI_AZ_CLUSTER, RULE, airGapped, plan, rule, selection, vault, vaultArn } from './cases';
import { copyIntoAirGappedVault } from '../../../../src/checks/rules/plan/copy-into-air-gapped-vault';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const ALL = { Resources: ['*'] };
const SEALED = { 'Fn::GetAtt': ['Sealed', 'BackupVaultArn'] };
const INSTANCE = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'mysql', DBInstanceIdentifier: 'orders', DBInstanceClass: 'db.t3.small' } };
const AURORA = (more: object = {}) => ({ Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', DBClusterIdentifier: 'orders', ...more } });
const BY_ARN = { Resources: ['arn:aws:rds:*:*:db:*'] };
const BY_CLUSTERS = { Resources: ['arn:aws:rds:*:*:cluster:*'] };

const copying = (resources: Parameters<typeof bothWays>[0], content: Record<string, unknown>, to: unknown = SEALED) => bothWays({
  Sealed: airGapped(),
  Standard: vault({}, 'standard'),
  Plan: plan([rule({ CopyActions: [{ DestinationBackupVaultArn: to }] })]),
  ...resources,
  Selection: selection(content),
});
const COPY = 'rule \'daily\', copy to vault \'sealed\', which is logically air-gapped: the copy must not include';

describeRule(copyIntoAirGappedVault, {
  compliant: [
    { name: 'an encrypted cluster of Aurora', ...copying({ Cluster: AURORA({ StorageEncrypted: true }) }, BY_CLUSTERS) },
    { name: 'types that such vaults accept', ...copying({}, { Resources: ['arn:aws:ec2:*:*:volume/*'] }) },
  ],
  nonCompliant: [
    {
      name: 'an instance of RDS',
      ...copying({ Instance: INSTANCE }, BY_ARN),
      messages: [`${COPY} AWS::RDS::DBInstance 'Instance', which selection 'all' selects by ARN 'arn:aws:rds:*:*:db:*'. The vault does not accept this type `
        + '(Amazon RDS DB instance, Multi-AZ instances included). Select it for a plan without this copy.'],
      paths: [`${RULE}.CopyActions[0]`],
    },
    {
      name: 'an instance of RDS among all resources',
      ...copying({ Instance: INSTANCE }, ALL),
      messages: [/which selection 'all' selects by '\*'\. The vault does not accept this type/],
      levels: ['warning'],
    },
    {
      name: 'an unencrypted cluster of Aurora',
      ...copying({ Cluster: AURORA({ StorageEncrypted: false }) }, BY_CLUSTERS),
      messages: [`${COPY} AWS::RDS::DBCluster 'Cluster', which selection 'all' selects by ARN 'arn:aws:rds:*:*:cluster:*'. The vault accepts no unencrypted cluster. `
        + 'Encrypt the cluster, or select it for a plan without this copy.'],
    },
    {
      name: 'a cluster whose encryption is left out',
      ...copying({ Cluster: AURORA() }, BY_CLUSTERS),
      messages: [/The vault accepts no unencrypted cluster/],
    },
    {
      name: 'types that none of the templates has',
      ...copying({}, BY_ARN),
      messages: [`${COPY} only RDS, which plan 'gold' selects. The vault does not accept these types. Leave the copy out.`],
    },
  ],
  notApplicable: [
    { name: 'a copy into a standard vault', ...copying({ Instance: INSTANCE }, BY_ARN, { 'Fn::GetAtt': ['Standard', 'BackupVaultArn'] }) },
    { name: 'types without copies, which another rule reports', ...copying({ Cluster: MULTI_AZ_CLUSTER }, BY_CLUSTERS) },
    { name: 'a vault elsewhere, and nothing that any vault refuses', ...copying({ Cluster: AURORA({ StorageEncrypted: true }) }, BY_CLUSTERS, vaultArn('eu-central-1')) },
    { name: 'no copy', ...bothWays({ Sealed: airGapped(), Plan: plan([rule()]), Instance: INSTANCE, Selection: selection(BY_ARN) }) },
  ],
  unknown: [
    {
      name: 'a vault that is in none of the templates',
      ...copying({ Instance: INSTANCE, Other: { ...INSTANCE, Properties: { Engine: 'mysql', DBInstanceClass: 'db.t3.small' } } }, ALL, vaultArn('eu-central-1')),
      messages: [`rule 'daily', copy to '${vaultArn('eu-central-1')}': whether it goes into a logically air-gapped vault, which might not accept `
        + 'AWS::RDS::DBInstance \'Instance\' and AWS::RDS::DBInstance \'Other\', is unknown.'],
    },
    {
      name: 'an instance that a condition might leave out',
      ...bothWays({
        Sealed: airGapped(),
        Plan: plan([rule({ CopyActions: [{ DestinationBackupVaultArn: SEALED }] })]),
        Instance: { Condition: 'Prod', ...INSTANCE },
        Selection: selection(ALL),
      }),
    },
    { name: 'encryption that is a parameter', ...copying({ Cluster: AURORA({ StorageEncrypted: GIVEN }) }, BY_CLUSTERS) },
    { name: 'an engine that is a parameter', ...copying({ Cluster: { ...MULTI_AZ_CLUSTER, Properties: { Engine: GIVEN } } }, BY_CLUSTERS) },
  ],
});
