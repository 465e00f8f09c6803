import { tieringConfiguration } from '../../../../src/checks/rules/storage/tiering-configuration';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const selected = (more: object = {}) => ({ Resources: ['*'], ResourceType: 'S3', TieringDownSettingsInDays: 90, ...more });
const written = (more: object) => ({
  Type: 'AWS::Backup::TieringConfiguration',
  Properties: { TieringConfigurationName: 'tiers', BackupVaultName: 'orders', ResourceSelection: [selected()], ...more },
});
const both = (more: object) => bothWays({ Tiers: written(more) });
const selecting = (...ResourceSelection: object[]) => both({ ResourceSelection });
const buckets = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:s3:::orders${index}`);
const SUBJECT = 'tiering configuration \'tiers\':';
const DAYS = 'ResourceSelection[0].TieringDownSettingsInDays';

describeRule(tieringConfiguration, {
  compliant: [
    { name: 'one vault', ...both({}) },
    { name: 'every vault, the longest name', ...both({ BackupVaultName: '*', TieringConfigurationName: 'a_1'.padEnd(200, 'z') }) },
    { name: 'a vault of the app', ...both({ BackupVaultName: GIVEN }) },
    { name: 'the fewest and the most days', ...selecting(selected({ TieringDownSettingsInDays: 60 }), selected({ TieringDownSettingsInDays: 36500 })) },
    { name: 'the most selections and resources', ...selecting(...Array<object>(5).fill(selected({ Resources: buckets(20) }))) },
  ],
  nonCompliant: [
    {
      name: 'a hyphen',
      ...both({ TieringConfigurationName: 'my-tiers' }),
      messages: ['tiering configuration \'my-tiers\': \'TieringConfigurationName\' must be 1 to 200 letters, digits, or underscores, got \'my-tiers\'. Choose another name.'],
      paths: ['TieringConfigurationName'],
    },
    {
      name: 'a name that is too long',
      ...both({ TieringConfigurationName: 'z'.repeat(201) }),
      messages: [/'TieringConfigurationName' must be 1 to 200 letters, digits, or underscores, got 'z{201}'. Choose another name.$/],
    },
    {
      name: 'a vault with a wildcard',
      ...both({ BackupVaultName: 'orders*' }),
      messages: [`${SUBJECT} 'BackupVaultName' must be 2 to 50 letters, digits, hyphens, or underscores, got 'orders*'. Choose another name.`],
      paths: ['BackupVaultName'],
    },
    {
      name: 'too few days',
      ...selecting(selected({ TieringDownSettingsInDays: 59 })),
      messages: [`${SUBJECT} '${DAYS}' must be at least 60 days, got 59 days. Raise it.`],
      paths: [DAYS],
    },
    {
      name: 'too many days',
      ...selecting(selected({ TieringDownSettingsInDays: 36501 })),
      messages: [`${SUBJECT} '${DAYS}' must be at most 36500 days, got 36501 days. Lower it.`],
    },
    {
      name: 'another type',
      ...selecting(selected(), selected({ ResourceType: 'EBS' })),
      messages: [`${SUBJECT} 'ResourceSelection[1].ResourceType' must be 'S3', the only type with tiers, got 'EBS'. Leave the selection out.`],
      paths: ['ResourceSelection[1].ResourceType'],
    },
    {
      name: 'a selection more, and a resource more',
      ...selecting(selected({ Resources: buckets(101) }), ...Array<object>(5).fill(selected())),
      messages: [
        `${SUBJECT} 'ResourceSelection' must be at most 5 selections, got 6 selections. Join selections.`,
        `${SUBJECT} 'ResourceSelection' must be at most 100 ARNs, got 101 ARNs. Select all with '*'.`,
      ],
      paths: ['ResourceSelection', 'ResourceSelection'],
    },
  ],
  notApplicable: [{ name: 'no configuration', ...bothWays({ Bucket: { Type: 'AWS::S3::Bucket' } }) }],
  unknown: [
    { name: 'a name that is a parameter', ...both({ TieringConfigurationName: GIVEN }), messages: ['tiering configuration Tiers: \'TieringConfigurationName\' is unknown.'] },
    { name: 'days that are a parameter', ...selecting(selected({ TieringDownSettingsInDays: GIVEN })), messages: [`${SUBJECT} '${DAYS}' is unknown.`] },
  ],
});
