import { everything } from './everything';

const STAYS = ['RetainExceptOnCreate', 'Retain'] as const;
/** The default of CloudFormation. */
const GOES = [undefined, undefined] as const;
const GOES_BY_ORDER = ['Delete', 'Delete'] as const;

type Row = readonly [path: RegExp, cfnType: string, policies: readonly [string | undefined, string | undefined], reason: string];

/**
 * The DeletionPolicy and UpdateReplacePolicy of each resource of the library, with the reason. If a first deployment is rolled back, retained
 * resources are deleted too, so that the next deployment does not fail.
 */
const TABLE: readonly Row[] = [
  [/Vault[^/]*\/Resource$/, 'AWS::Backup::BackupVault', STAYS, 'it holds recovery points, and AWS Backup deletes an empty vault only'],
  [/Vault[^/]*\/Key\/Resource$/, 'AWS::KMS::Key', STAYS, 'without it no recovery point of its vault can be restored'],
  [/Vault[^/]*\/Key\/Alias\/Resource$/, 'AWS::KMS::Alias', GOES, 'an alias has a name, which would block the next deployment, and the key works without it'],
  [/^Plan\/Resource$/, 'AWS::Backup::BackupPlan', GOES, 'recovery points keep their lifecycle without their plan'],
  [/^Plan\/ScannerRole\/Resource$/, 'AWS::IAM::Role', GOES, 'only the jobs of the plan scan'],
  [/^Gold\/Resource$/, 'AWS::Backup::BackupSelection', GOES, 'AWS Backup does not delete a plan that has selections'],
  [/^Gold\/Role\/Resource$/, 'AWS::IAM::Role', STAYS, 'AWS Backup deletes an expired EBS snapshot with the role that made it'],
  [/^Gold\/Role\/DefaultPolicy\/Resource$/, 'AWS::IAM::Policy', GOES, 'it is what backups need; the deletion of snapshots is in the policy of AWS, which stays attached'],
  [/^Audit\/Resource$/, 'AWS::Backup::Framework', GOES, 'it holds no data, and its name would block the next deployment'],
  [/^Audit\/ConfigRecorder\/Bucket\/Resource$/, 'AWS::S3::Bucket', STAYS, 'it holds what AWS Config has recorded, and CloudFormation deletes an empty bucket only'],
  [/^Audit\/ConfigRecorder\/Bucket\/Policy\/Resource$/, 'AWS::S3::BucketPolicy', STAYS, 'the retained bucket still requires TLS'],
  [/^Audit\/ConfigRecorder\/Key\/Resource$/, 'AWS::KMS::Key', STAYS, 'without it nothing in the bucket can be read'],
  [/^Audit\/ConfigRecorder\/Resource$/, 'AWS::Config::ConfigurationRecorder', GOES, 'a Region has one: one that stays would block the next deployment'],
  [/^Audit\/ConfigRecorder\/DeliveryChannel$/, 'AWS::Config::DeliveryChannel', GOES, 'a Region has one: one that stays would block the next deployment'],
  [/^Audit\/ConfigRecorder\/Role\/Resource$/, 'AWS::IAM::Role', GOES, 'only the recorder assumes it'],
  [/^Audit\/ConfigRecorder\/Role\/DefaultPolicy\/Resource$/, 'AWS::IAM::Policy', GOES, 'it belongs to the role'],
  [/^Alerts\/Topic\/Resource$/, 'AWS::SNS::Topic', GOES, 'it holds no data, and its name would block the next deployment'],
  [/^Alerts\/Topic\/Policy\/Resource$/, 'AWS::SNS::TopicPolicy', GOES, 'it belongs to the topic'],
  [/^Alerts\/Topic\/oncall@example.com\/Resource$/, 'AWS::SNS::Subscription', GOES, 'it belongs to the topic'],
  [/^Alerts\/Key\/Resource$/, 'AWS::KMS::Key', GOES_BY_ORDER, 'what it has encrypted is delivered within hours'],
  [/^Alerts\/Key\/Alias\/Resource$/, 'AWS::KMS::Alias', GOES, 'it belongs to the key'],
  [/^Alerts\/Rule$/, 'AWS::Events::Rule', GOES, 'it holds no data, and its name would block the next deployment'],
  [/^Alerts\/RuleRole\/Resource$/, 'AWS::IAM::Role', GOES, 'only the rules assume it'],
];

const made = everything();
const rows = TABLE.map(([path, cfnType, policies, reason]) => ({ path, cfnType, policies, reason }));

test.each(rows)('$cfnType of $path: $reason', ({ path, cfnType, policies }) => {
  const found = made.filter((each) => each.template.Type === cfnType && path.test(each.path))
    .map(({ template }) => JSON.stringify([template.DeletionPolicy, template.UpdateReplacePolicy]));
  expect([...new Set(found)]).toEqual([JSON.stringify(policies)]);
});

test('the table has every resource that the library creates', () => {
  const missing = made.filter(({ path, template }) => !TABLE.some(([known, cfnType]) => template.Type === cfnType && known.test(path)));
  expect(missing.map(({ path, template }) => `${template.Type} ${path}`)).toEqual([]);
});

test('no retained resource depends on a deleted one', () => {
  const stays = made.filter(({ template }) => template.DeletionPolicy === STAYS[0]);
  const goes = made.filter((each) => !stays.includes(each)).map(({ resource }) => resource.stack.resolve(resource.logicalId) as string);
  const needed = stays.flatMap(({ path, template }) => goes
    .filter((id) => JSON.stringify(template.Properties).includes(`"${id}"`)).map((id) => `${path} needs ${id}`));
  // a retained vault continues without its topic
  expect(needed.map((line) => line.replace(/[0-9A-F]{8}$/, ''))).toEqual(['Vault/Resource needs AlertsTopic']);
});
