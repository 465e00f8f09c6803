import { evaluate } from '../../src/checks/evaluate';
import { RuleId } from '../../src/checks/rule-id';
import { RULES } from '../../src/checks/rules';
import { yamlDocument } from '../../src/cli/input/yaml-document';
import { BackupInventory } from '../../src/inventory';

/** A template that users have tried, and what must be reported on it. */
interface Case {
  readonly name: string;
  readonly template: string;
  /** All errors, as the rule and the resource. */
  readonly errors: readonly string[];
  /** The warnings of the rules of the case. */
  readonly warnings?: readonly string[];
  /** The unknown values of the rules of the case. */
  readonly unknown?: readonly string[];
  /** Rules that must report nothing else. */
  readonly rules?: readonly RuleId[];
}

const TRUST = '{ Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: { Service: backup.amazonaws.com }, Action: "sts:AssumeRole" }] }';
const MANAGED = 'ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup, arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup]';
const ROLE = (more = MANAGED) => `
  Operator: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${TRUST}${more && `, ${more}`} } }`;
const VAULT = (more = '') => `
  Archive: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: invoices${more} } }`;
const PLAN = (rule: string, id = 'Weekly', more = '') => `
  ${id}:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: invoices-weekly${more}
        BackupPlanRule:
          - ${rule}`;
const RULE = '{ RuleName: weekly, TargetBackupVault: !Ref Archive, ScheduleExpression: cron(0 2 ? * SUN *), Lifecycle: { DeleteAfterDays: 90 } }';
const SELECTION = (content: string, role = '!GetAtt Operator.Arn') => `
  Chosen:
    Type: AWS::Backup::BackupSelection
    Properties: { BackupPlanId: !Ref Weekly, BackupSelection: { SelectionName: chosen, IamRoleArn: ${role}, ${content} } }`;
const ALL = 'Resources: [\'*\']';
const FILES = '\n  Files: { Type: AWS::EFS::FileSystem }';
const TABLE = (properties = '{}') => `{ Type: AWS::DynamoDB::Table, Properties: ${properties} }`;
const DEFAULT_ROLE = 'arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole';
const REPORT = (setting: string) => `
  Monthly: { Type: AWS::Backup::ReportPlan, Properties: { ReportDeliveryChannel: { S3BucketName: audits-2026, Formats: [CSV] }, ReportSetting: { ${setting} } } }`;
const TOPIC = `
  Alerts: { Type: AWS::SNS::Topic }
  Publishing:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Alerts]
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: backup.amazonaws.com }, Action: 'sns:Publish', Resource: !Ref Alerts }] }`;
const NOTIFYING = ', Notifications: { SNSTopicArn: !Ref Alerts, BackupVaultEvents: [BACKUP_JOB_COMPLETED] }';
const POLICY_CONTENT = '{ plans: { nightly: { regions: { \'@@assign\': [eu-west-1] }, rules: { only: { target_backup_vault_name: { \'@@assign\': vault }, complete_backup_window_minutes: { \'@@assign\': '
  + '\'60\' }, start_backup_window_minutes: { \'@@assign\': \'15\' } } } } } }';
const LANGUAGE = 'Transform: AWS::LanguageExtensions\n';

const CASES: readonly Case[] = [
  {
    name: 'plans of a loop, and one with too short a retention',
    template: `${LANGUAGE}Mappings: { Kinds: { Raw: { Keep: 60 }, Final: { Keep: 400 } } }\nResources:${VAULT()}\n  Fn::ForEach::Kinds:\n    - Kind\n    - [Raw, Final]\n    - Of\${Kind}:\n`
      + '        Type: AWS::Backup::BackupPlan\n        Properties: { BackupPlan: { BackupPlanName: !Sub \'of-${Kind}\', BackupPlanRule: [{ RuleName: r, TargetBackupVault: !Ref Archive, '
      + 'Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: !FindInMap [Kinds, !Ref Kind, Keep] } }] } }\n',
    errors: ['Backup-RuleLifecycle OfRaw'],
  },
  {
    name: 'file systems of a loop that no plan selects',
    template: `${LANGUAGE}Resources:\n  Fn::ForEach::Shares:\n    - Share\n    - [Home, Scratch]\n    - Share\${Share}: { Type: AWS::EFS::FileSystem, Properties: { FileSystemTags: [{ Key: name, Value: !Ref Share }] } }\n`,
    errors: ['Backup-ResourceInPlan ShareHome', 'Backup-ResourceInPlan ShareScratch'],
  },
  {
    name: 'plans of a loop with a rate',
    template: `${LANGUAGE}Resources:${VAULT()}\n  Fn::ForEach::Plans:\n    - Which\n    - [A, B]\n    - P\${Which}: { Type: AWS::Backup::BackupPlan, Properties: { BackupPlan: { BackupPlanName: !Sub 'p\${Which}', `
      + 'BackupPlanRule: [{ RuleName: r, TargetBackupVault: !Ref Archive, ScheduleExpression: rate(12 hours) }] } } }\n',
    errors: ['Backup-RuleSchedule PA', 'Backup-RuleSchedule PB'],
  },
  {
    name: 'a module that might have the selection',
    template: `Resources:${FILES}\n  Protected: { Type: 'Corp::Backups::Standard::MODULE', Properties: { Keep: 90 } }\n`,
    errors: [],
    unknown: ['Backup-ResourceInPlan Files'],
    rules: [RuleId.RESOURCE_IN_PLAN],
  },
  {
    name: 'an include that might have the selection',
    template: `Resources:${FILES}\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: 's3://corp/backups.yaml' } }\n`,
    errors: [],
    unknown: ['Backup-ResourceInPlan Files'],
    rules: [RuleId.RESOURCE_IN_PLAN],
  },
  {
    name: 'a policy of an organization as an object and as JSON text',
    template: `${LANGUAGE}Resources:\n  Plain: { Type: AWS::Organizations::Policy, Properties: { Name: a, Type: BACKUP_POLICY, Content: ${POLICY_CONTENT} } }\n`
      + `  AsText: { Type: AWS::Organizations::Policy, Properties: { Name: b, Type: BACKUP_POLICY, Content: { Fn::ToJsonString: ${POLICY_CONTENT} } } }\n`,
    errors: ['Backup-OrganizationPolicy AsText', 'Backup-OrganizationPolicy Plain'],
  },
  {
    name: 'a policy of an organization with the keys of the API',
    template: 'Resources:\n  Nightly: { Type: AWS::Organizations::Policy, Properties: { Name: a, Type: BACKUP_POLICY, Content: { plans: { n: { regions: { \'@@assign\': [eu-west-1] }, BackupPlanRule: {} } } } } }\n',
    errors: ['Backup-OrganizationPolicy Nightly'],
  },
  {
    name: 'a compliance report on all accounts without frameworks',
    template: `Resources:${REPORT('ReportTemplate: CONTROL_COMPLIANCE_REPORT, Accounts: [ROOT], Regions: [eu-west-1]')}\n`,
    errors: [],
    rules: [RuleId.REPORT_PLAN_FORMAT, RuleId.VALUE_FORM],
  },
  {
    name: 'a compliance report on all accounts with a framework',
    template: `Resources:${REPORT('ReportTemplate: CONTROL_COMPLIANCE_REPORT, Accounts: [ROOT], FrameworkArns: [\'arn:aws:backup:eu-central-1:111122223333:framework:all-1a2b\']')}\n`,
    errors: ['Backup-ReportPlanFormat Monthly'],
  },
  { name: 'the same plan twice', template: `Resources:${VAULT()}${PLAN(RULE)}${PLAN(RULE, 'Again')}\n`, errors: ['Backup-NameGivenTwice Again'] },
  {
    name: 'two plans of one name with different documents',
    template: `Resources:${VAULT()}${PLAN(RULE)}${PLAN(RULE.replace('90', '91'), 'Again')}\n`,
    errors: [],
    rules: [RuleId.NAME_GIVEN_TWICE],
  },
  {
    name: 'settings of S3',
    template: `Resources:${VAULT()}${PLAN(RULE, 'Weekly', '\n        AdvancedBackupSettings: [{ ResourceType: S3, BackupOptions: { BackupACLs: enabled } }]')}\n`,
    errors: [],
    warnings: ['Backup-AdvancedSettings Weekly'],
    rules: [RuleId.ADVANCED_SETTINGS],
  },
  {
    name: 'objects that move to Glacier',
    template: `Resources:${VAULT()}${ROLE()}${PLAN(RULE)}${SELECTION('Resources: [!GetAtt Media.Arn]')}\n  Media: { Type: AWS::S3::Bucket, Properties: { VersioningConfiguration: { Status: Enabled }, `
      + 'LifecycleConfiguration: { Rules: [{ Status: Enabled, Transition: { StorageClass: DEEP_ARCHIVE, TransitionInDays: 60 } }] } } }\n',
    errors: [],
    warnings: ['Backup-BucketLifecycle Media'],
    rules: [RuleId.BUCKET_LIFECYCLE],
  },
  {
    name: 'a role that is allowed nothing',
    template: `Resources:${VAULT()}${ROLE('')}${PLAN(RULE)}${SELECTION(ALL)}${FILES}\n`,
    errors: ['Backup-SelectionRolePermissions Chosen'],
  },
  {
    name: 'a role that can describe a file system, and cannot back it up',
    template: `Resources:${VAULT()}${ROLE('Policies: [{ PolicyName: p, PolicyDocument: { Version: \'2012-10-17\', Statement: [{ Effect: Allow, Action: \'elasticfilesystem:Describe*\', Resource: \'*\' }] } }]')}`
      + `${PLAN(RULE)}${SELECTION('Resources: [!GetAtt Files.Arn]')}${FILES}\n`,
    errors: ['Backup-SelectionRolePermissions Chosen'],
  },
  {
    name: 'a copy to an account that cannot use the key of a cluster',
    template: 'Resources:\n  Secret: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Version: \'2012-10-17\', Statement: [{ Effect: Allow, Principal: { AWS: \'arn:aws:iam::111122223333:root\' }, Action: \'kms:*\', Resource: \'*\' }] } } }\n'
      + '  Ledger: { Type: AWS::RDS::DBCluster, Properties: { Engine: aurora-postgresql, StorageEncrypted: true, KmsKeyId: !GetAtt Secret.Arn } }'
      + `${VAULT()}${PLAN(RULE.replace(/ }$/, ', CopyActions: [{ DestinationBackupVaultArn: \'arn:aws:backup:eu-central-1:444455556666:backup-vault:safe\' }] }'))}${SELECTION('Resources: [!Sub \'arn:aws:rds:eu-central-1:111122223333:cluster:${Ledger}\']', DEFAULT_ROLE)}\n`,
    errors: ['Backup-CopySourceKey Weekly'],
  },
  {
    name: 'an ARN that no database has',
    template: `Resources:${VAULT()}${PLAN(RULE)}${SELECTION('Resources: [\'arn:aws:rds:eu-central-1:111122223333:instance:ledger\']', DEFAULT_ROLE)}\n`,
    errors: [],
    warnings: ['Backup-SelectionArns Chosen'],
    rules: [RuleId.SELECTION_ARNS],
  },
  {
    name: 'queues and functions, which AWS Backup does not protect',
    template: `Resources:${VAULT()}${PLAN(RULE)}${SELECTION('Resources: [\'arn:aws:sqs:*:*:orders\', \'arn:aws:lambda:*:*:function:*\']', DEFAULT_ROLE)}\n`,
    errors: [],
    warnings: ['Backup-SelectionArns Chosen', 'Backup-SelectionArns Chosen'],
    rules: [RuleId.SELECTION_ARNS],
  },
  {
    name: 'a topic policy that might be created after the vault',
    template: `Resources:${TOPIC}${VAULT(NOTIFYING)}\n`,
    errors: [],
    warnings: ['Backup-TopicPolicyFirst Archive'],
    rules: [RuleId.TOPIC_POLICY_FIRST],
  },
  {
    name: 'a topic policy that is created before the vault',
    template: `Resources:${TOPIC}${VAULT(NOTIFYING).replace('Properties', 'DependsOn: [Publishing], Properties')}\n`,
    errors: [],
    rules: [RuleId.TOPIC_POLICY_FIRST],
  },
  { name: 'a start window at the wrong place', template: `Resources:${VAULT()}${PLAN(RULE, 'Weekly', '\n        StartWindowMinutes: 60')}\n`, errors: ['Backup-ResourceProperties Weekly'] },
  {
    name: 'several mistakes at once',
    template: `Resources:${VAULT(', LockConfiguration: { MinRetentionDays: 100, ChangeableForDays: 1 }')}${ROLE()}${PLAN('{ RuleName: weekly, TargetBackupVault: !Ref Archive, ScheduleExpression: cron(0/10 * ? * * *), '
      + 'Lifecycle: { MoveToColdStorageAfterDays: 3, DeleteAfterDays: 20 } }')}${SELECTION(ALL)}\n  Orders: ${TABLE()}\n`,
    errors: ['Backup-RuleFitsVaultLock Weekly', 'Backup-RuleLifecycle Weekly', 'Backup-VaultLockBounds Archive'],
    warnings: ['Backup-RuleInterval Weekly', 'Backup-RuleShortWarmStorage Weekly'],
    rules: [RuleId.RULE_INTERVAL, RuleId.RULE_SHORT_WARM_STORAGE],
  },
  {
    name: 'a bracket that closes left of its list, and items in the column of their key',
    template: `Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      Tags: [{\n  "Key": "backup", "Value": "weekly"\n      },\n      { Key: team, Value: x }\n      ]\n${VAULT()}${ROLE()}${PLAN(RULE)}`
      + `${SELECTION('ListOfTags: [{ ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: weekly }]')}\n`,
    errors: [],
    rules: [RuleId.RESOURCE_IN_PLAN],
  },
  {
    name: 'JSON from the first column on, and a quote that closes in the column of its key',
    template: 'Resources:\n  Archive:\n    Type: AWS::Backup::BackupVault\n    Properties: {\n"BackupVaultName": "in.voices",\n"AccessPolicy": \'{\n        "Statement": []\n    }\'\n}\n',
    errors: ['Backup-VaultName Archive'],
  },
];

test.each(CASES.map((each): [string, Case] => [each.name, each]))('%s', (_name, { template, errors, warnings = [], unknown = [], rules = [] }) => {
  const source = { id: 'Stack', template: yamlDocument(template, 'template.yaml').value, account: '111122223333', region: 'eu-central-1' };
  const found = evaluate(BackupInventory.of([source]), RULES, {});
  const shown = (findings: typeof found.findings) => findings.map(({ rule, address }) => `${rule.id} ${address.logicalId}`).sort();

  expect(shown(found.findings.filter(({ level }) => level === 'error'))).toEqual(errors);
  expect(shown(found.findings.filter(({ level, rule }) => level === 'warning' && rules.includes(rule.id)))).toEqual(warnings);
  expect(shown(found.unknown.filter(({ rule }) => rule.id === RuleId.RESOURCE_IN_PLAN))).toEqual(unknown);
});
