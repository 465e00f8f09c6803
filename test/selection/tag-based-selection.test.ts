import { type App, type Stack, CfnParameter, Duration } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  type BackupTierOptions, type TagBasedSelectionProps, BackupResourceType, BackupTier, CompliantVault, MalwareScanMode, TagBasedSelection,
  TagCondition, TieredBackupPlan,
} from '../../src';
import { ACCOUNT, OTHER_ACCOUNT, errorOf, stackIn, warningIdsOf, warningsOf } from '../stacks';

const SELECTION = 'AWS::Backup::BackupSelection';
const { DYNAMODB, S3, EFS, EBS, AURORA, NEPTUNE, DOCUMENTDB, RDS_MULTI_AZ_CLUSTER, FSX } = BackupResourceType;
const gold = TagCondition.equals('backup', 'gold');
const silver = TagCondition.equals('backup', 'silver');
const equals = (key: string, value: string) => ({ ConditionKey: `aws:ResourceTag/${key}`, ConditionValue: value });
const typeArn = (pattern: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:${pattern}`]] });

let stack: Stack;
let plan: TieredBackupPlan;
beforeEach(() => {
  stack = stackIn('eu-west-1');
  plan = planWith({});
});

const planWith = (options: BackupTierOptions, id = 'Plan') => new TieredBackupPlan(stack, id, {
  vault: new CompliantVault(stack, `${id}Vault`), tiers: [BackupTier.daily({ retention: Duration.days(35), ...options })],
});
const select = (props: Partial<TagBasedSelectionProps>, id = 'Selection') => new TagBasedSelection(stack, id, { plan, ...props });
const problemsOf = (props: Partial<TagBasedSelectionProps>) => errorOf(() => select(props)).replace('TagBasedSelection \'Stack/Selection\': ', '');
const selections = () => Object.values(Template.fromStack(stack).findResources(SELECTION))
  .map(({ Properties: { BackupSelection: { IamRoleArn, SelectionName, ...content } } }) => content);

describe('an asterisk', () => {
  const message = (property: string, value: string, alternative: string) => `'${property}' should have no wildcard in the value of the tag 'backup', got '${value}'. `
    + `AWS Backup compares the whole value, including the asterisk. For a pattern, use ${alternative}.`;

  test.each<[string, Partial<TagBasedSelectionProps>, string]>([
    ['a value', { conditions: [TagCondition.equalTo('backup', 'gold*')] }, message('conditions', 'gold*', 'TagCondition.like(…)')],
    ['a value to exclude', { conditions: [gold, TagCondition.notEquals('backup', '*')] }, message('conditions', '*', 'TagCondition.notLike(…)')],
    ['one of several values', { anyOf: [gold, TagCondition.equalTo('backup', '*')] }, message('anyOf', '*', 'TagCondition.like(…) in \'conditions\'')],
  ])('in %s is a warning', (_, props, expected) => {
    select(props);
    expect(warningsOf(stack)).toEqual([expected]);
    expect(warningIdsOf(stack)).toEqual(['literalWildcard']);
  });

  test('in a pattern is a wildcard', () => {
    select({ conditions: [TagCondition.like('backup', 'gold*'), TagCondition.notLike('stage', '*')] });
    expect(warningIdsOf(stack)).toEqual([]);
  });
});

describe('conditions that no resource can meet', () => {
  test.each<[string, TagCondition[], string]>([
    ['two values of a tag', [gold, silver], 'TagCondition.equalTo(\'backup\', \'gold\') and TagCondition.equalTo(\'backup\', \'silver\')'],
    ['a value and not that value', [gold, TagCondition.notEquals('backup', 'gold')],
      'TagCondition.equalTo(\'backup\', \'gold\') and TagCondition.notEquals(\'backup\', \'gold\')'],
  ])('%s', (_, conditions, both) => {
    select({ conditions });
    expect(warningsOf(stack)).toEqual([`'conditions' should not exclude each other, got ${both}. No resource meets both, so the selection selects nothing. Remove one of them.`]);
    expect(warningIdsOf(stack)).toEqual(['neverSelects']);
  });

  test('do not include a value and a pattern that it matches', () => {
    select({ conditions: [gold, TagCondition.like('backup', 'g*'), TagCondition.notLike('backup', 's*')] });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('a boundary and the choice to attach no policy belong to different roles', () => {
    const boundary = iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess');
    expect(problemsOf({ conditions: [gold], attachPolicies: false })).toBe(
      '\'attachPolicies\' must be used with \'role\', got no role. Pass a role that has its policies, or leave \'attachPolicies\' out.');
    expect(problemsOf({ conditions: [gold], role: iam.Role.fromRoleArn(stack, 'Own', `arn:aws:iam::${ACCOUNT}:role/backup`), permissionsBoundary: boundary })).toMatch(
      /^'permissionsBoundary' must not be used with 'role', got the role 'Stack\/.*'\. Set the boundary of that role\.$/);
  });

  test('a role of another account', () => {
    const roleOf = (account: string) => iam.Role.fromRoleArn(stack, `Role${account}`, `arn:aws:iam::${account}:role/backup`);
    expect(problemsOf({ conditions: [gold], role: roleOf(OTHER_ACCOUNT) })).toBe(`'role' must be in the account of the selection ('${ACCOUNT}'), `
      + `got a role of '${OTHER_ACCOUNT}'. AWS Backup accepts no role of another account. Use a role of this account.`);
    select({ conditions: [gold], role: roleOf(ACCOUNT) });
  });

  test('a tag without a key', () => {
    expect(problemsOf({ conditions: [TagCondition.equals('', 'x')] })).toBe('\'conditions\' must name a tag, got an empty key. Write its key.');
  });
});

describe('resources are selected', () => {
  test('by conditions alone, among all resources, because AWS Backup has rejected a selection without resources', () => {
    select({ conditions: [gold, TagCondition.notEquals('stage', 'sandbox'), TagCondition.like('team', 'order*'), TagCondition.notLike('team', '*test')] });

    expect(selections()).toEqual([{
      Resources: ['*'],
      Conditions: {
        StringEquals: [equals('backup', 'gold')],
        StringNotEquals: [equals('stage', 'sandbox')],
        StringLike: [equals('team', 'order*')],
        StringNotLike: [equals('team', '*test')],
      },
    }]);
  });

  test('by conditions and types, if they meet both', () => {
    select({ conditions: [gold], resourceTypes: [DYNAMODB, S3] });

    expect(selections()).toEqual([{
      Resources: [typeArn('dynamodb:*:*:table/*'), typeArn('s3:::*')],
      Conditions: { StringEquals: [equals('backup', 'gold')] },
    }]);
  });

  test('by anyOf, if they have at least one of the tags', () => {
    select({ anyOf: [gold, silver], conditions: [TagCondition.notEquals('stage', 'sandbox')], exclude: ['arn:aws:s3:::scratch-*'] });

    const tag = (ConditionValue: string) => ({ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue });
    expect(selections()).toEqual([{
      ListOfTags: [tag('gold'), tag('silver')],
      Conditions: { StringNotEquals: [equals('stage', 'sandbox')] },
      NotResources: ['arn:aws:s3:::scratch-*'],
    }]);
  });

  test('by anyOf and types, if they meet both, in a selection for each tag', () => {
    select({ anyOf: [gold, silver], resourceTypes: [EFS], resources: ['arn:aws:s3:::orders'], conditions: [TagCondition.notEquals('stage', 'sandbox')], exclude: ['arn:aws:s3:::x'] });

    const [notSandbox, rest] = [{ StringNotEquals: [equals('stage', 'sandbox')] }, { NotResources: ['arn:aws:s3:::x'] }];
    expect(selections()).toEqual([
      { ...rest, Resources: [typeArn('elasticfilesystem:*:*:file-system/*')], Conditions: { ...notSandbox, StringEquals: [equals('backup', 'gold')] } },
      { ...rest, Resources: [typeArn('elasticfilesystem:*:*:file-system/*')], Conditions: { ...notSandbox, StringEquals: [equals('backup', 'silver')] } },
      { ...rest, Resources: ['arn:aws:s3:::orders'], Conditions: notSandbox },
    ]);
  });

  test('by types or resources alone', () => {
    select({ resourceTypes: [EBS] });
    select({ resources: [new s3.Bucket(stack, 'Bucket').bucketArn] }, 'Second');

    expect(selections()).toEqual([
      { Resources: [typeArn('ec2:*:*:volume/*')] },
      { Resources: [{ 'Fn::GetAtt': [expect.stringMatching(/^Bucket/), 'Arn'] }] },
    ]);
  });

  test.each([{}, { exclude: ['arn:aws:s3:::x'] }, { conditions: [], anyOf: [], resourceTypes: [], resources: [] }])('fails on nothing: %j', (props) => {
    expect(problemsOf(props)).toBe('\'conditions\', \'anyOf\', \'resourceTypes\' or \'resources\' must name something to back up, got none. Set one of them. AWS Backup rejects an empty selection.');
  });
});

describe('the name', () => {
  const names = () => Object.values(Template.fromStack(stack).findResources(SELECTION)).map((each) => each.Properties.BackupSelection.SelectionName);

  test.each(['a', 'a'.repeat(50), 'orders.gold_1-a'])('accepts %p', (selectionName) => {
    select({ selectionName, conditions: [gold] });

    expect(names()).toEqual([selectionName]);
  });

  test.each([
    ['', [], ''], ['a'.repeat(51), [], 'a'.repeat(51)], ['orders gold', [], 'orders gold'],
  ] as [string, TagCondition[], string][])('fails on %p', (selectionName, anyOf, name) => {
    expect(problemsOf({ selectionName, conditions: [gold], anyOf }))
      .toBe(`'selectionName' must be 1 to 50 letters, digits, hyphens, underscores, or dots, got '${name}'. Choose another name.`);
  });

  test('has a number if there are several', () => {
    select({ selectionName: 'a'.repeat(48), anyOf: [gold, silver], resourceTypes: [EFS] });

    expect(names()).toEqual([`${'a'.repeat(48)}-1`, `${'a'.repeat(48)}-2`]);
    expect(errorOf(() => select({ selectionName: 'a'.repeat(49), anyOf: [gold, silver], resourceTypes: [EFS] }, 'Second'))).toContain('\'selectionName\' must be');
  });

  test('is a readable part and a hash by default', () => {
    select({ anyOf: [gold, silver], resourceTypes: [EFS] });

    expect(names()).toEqual([expect.stringMatching(/^Stack-Selection-[0-9a-f]{8}-1$/), expect.stringMatching(/^Stack-Selection-[0-9a-f]{8}-2$/)]);
  });
});

describe('tags', () => {
  test.each(['conditions', 'anyOf'])('of %s use the bare key', (property) => {
    expect(problemsOf({ [property]: [TagCondition.equals('aws:ResourceTag/backup', 'gold')] }))
      .toBe(`'${property}' must be a tag key without prefix, got 'aws:ResourceTag/backup'. Write 'backup'.`);
  });

  test('of AWS can be used in conditions', () => {
    select({ conditions: [TagCondition.equals('aws:cloudformation:stack-name', 'orders')] });

    expect(selections()[0].Conditions).toEqual({ StringEquals: [equals('aws:cloudformation:stack-name', 'orders')] });
  });

  test.each([
    [TagCondition.notEquals('backup', 'gold'), 'StringNotEquals'],
    [TagCondition.like('backup', 'gold*'), 'StringLike'],
    [TagCondition.notLike('backup', 'gold*'), 'StringNotLike'],
  ])('of anyOf are equalTo only', (condition, operator) => {
    expect(problemsOf({ anyOf: [condition] }))
      .toBe(`'anyOf' must contain only TagCondition.equalTo, got ${operator} on 'backup'. Move it to 'conditions', which must all be true.`);
  });
});

describe('quotas', () => {
  const conditions = (count: number) => Array.from({ length: count }, (_, index) => TagCondition.equals(`key${index}`, 'value'));
  const arns = (count: number, end = '') => Array.from({ length: count }, (_, index) => `arn:aws:s3:::bucket-${index}${end}`);

  test.each<[Partial<TagBasedSelectionProps>, Partial<TagBasedSelectionProps>, string]>([
    [{ conditions: conditions(30) }, { conditions: conditions(31) }, '\'conditions\' must be at most 30 conditions, got 31 conditions. Create another selection.'],
    [{ conditions: conditions(29), anyOf: [gold], resourceTypes: [EFS] }, { conditions: conditions(30), anyOf: [gold], resourceTypes: [EFS] },
      '\'conditions\' must be at most 30 conditions, got 31 conditions. Create another selection.'],
    [{ anyOf: conditions(30) }, { anyOf: conditions(31) }, '\'anyOf\' must be at most 30 tags, got 31 tags. Create another selection.'],
    [{ resources: arns(500) }, { resources: arns(501) }, '\'resources\' must be at most 500 ARNs, got 501 ARNs. Create another selection, or select by tags or types.'],
    [{ resources: arns(30, '*') }, { resources: arns(31, '*') }, '\'resources\' must be at most 30 wildcard ARNs, got 31 wildcard ARNs. Create another selection, or select by tags or types.'],
    [{ resources: arns(29, '*'), resourceTypes: [EFS] }, { resources: arns(30, '*'), resourceTypes: [EFS] }, '\'resources\' must be at most 30 wildcard ARNs, got 31 wildcard ARNs. Create another selection, or select by tags or types.'],
    [{ conditions: [gold], exclude: arns(500) }, { conditions: [gold], exclude: arns(501) }, '\'exclude\' must be at most 500 ARNs, got 501 ARNs. Create another selection, or select by tags or types.'],
    [{ conditions: [gold], exclude: arns(30, '*') }, { conditions: [gold], exclude: arns(31, '*') }, '\'exclude\' must be at most 30 wildcard ARNs, got 31 wildcard ARNs. Create another selection, or select by tags or types.'],
  ])('accept the limit and reject one more (%#)', (within, beyond, problem) => {
    select(within, 'Within');

    expect(selections()).toHaveLength(1);
    expect(problemsOf(beyond)).toBe(problem);
  });

  test('ten selections of a plan can use tags', () => {
    for (let index = 0; index < 10; index++) { select({ conditions: [gold] }, `Selection${index}`); }

    expect(selections()).toHaveLength(10);
    expect(problemsOf({ anyOf: [gold] })).toBe('\'plan\' must be at most 10 selections by tags, got 11 selections by tags. Join selections, or create another plan.');
  });

  test('a hundred selections of a plan cannot', () => {
    for (let index = 0; index < 100; index++) { select({ resources: arns(1) }, `Selection${index}`); }

    expect(selections()).toHaveLength(100);
    expect(problemsOf({ resources: arns(1) })).toBe('\'plan\' must be at most 100 selections, got 101 selections. Create another plan.');
  });

  describe('a replacement, which creates the new selection before the old one is deleted,', () => {
    const warning = (amount: string, selection: string, made: string, old: string, remedy: string) => `the plan should have fewer than ${amount}. A change of 'Stack/${selection}' creates ${made} before `
      + `the old ${old} deleted, so its deployment fails. ${remedy}`;
    const TAGS = 'Join selections, or create another plan.';

    test.each([[9, []], [10, [warning('10 selections by tags, got 10', 'Selection0', '1 new selection', 'one is', TAGS)]]])('%i by tags', (amount, warnings) => {
      for (let index = 0; index < amount; index++) { select({ conditions: [gold] }, `Selection${index}`); }
      expect(warningsOf(stack)).toEqual(warnings);
      if (warnings.length > 0) { expect(warningIdsOf(stack)).toEqual(['selectionNotReplaceable']); }
    });

    test.each([[99, []], [100, [warning('100 selections, got 100', 'Selection0', '1 new selection', 'one is', 'Create another plan.')]]])('%i', (amount, warnings) => {
      for (let index = 0; index < amount; index++) { select({ resources: arns(1) }, `Selection${index}`); }
      expect(warningsOf(stack)).toEqual(warnings);
    });

    test.each([
      [3, 3, []],
      [5, 0, []],
      [4, 3, [warning('10 selections by tags, got 7', 'Many', '4 new selections', 'ones are', TAGS)]],
      [6, 0, [warning('10 selections by tags, got 6', 'Many', '6 new selections', 'ones are', TAGS)]],
    ])('%i of one construct beside %i', (together, others, warnings) => {
      for (let index = 0; index < others; index++) { select({ conditions: [gold] }, `Selection${index}`); }
      select({ anyOf: [...Array(together).keys()].map((index) => TagCondition.equals('backup', `tier${index}`)), resourceTypes: [DYNAMODB] }, 'Many');
      expect(warningsOf(stack)).toEqual(warnings);
    });
  });

  test('a selection that fails does not count', () => {
    for (let index = 0; index < 9; index++) { select({ conditions: [gold] }, `Selection${index}`); }
    expect(problemsOf({ conditions: [gold], selectionName: '' })).toContain('\'selectionName\'');
    select({ conditions: [gold] });

    expect(selections()).toHaveLength(10);
  });
});

describe('ARNs', () => {
  test.each(['orders', 'arn:aws:s3', 's3:::orders'])('fail on %p', (arn) => {
    expect(problemsOf({ resources: [arn] })).toBe(`'resources' must contain ARNs, or '*' for every resource, got '${arn}'. Write the whole ARN.`);
  });

  test.each([
    ['arn:aws:s3:::*-logs', ['innerWildcard']],
    ['arn:aws:rds:*:*:db:*', []],
    ['arn:aws:s3:::logs-*', []],
    ['arn:aws:timestream:*:*:database/*/table/*', []],
    ['*', []],
  ])('%p warns if its wildcard is inside a name', (arn, ids) => {
    select({ resources: [arn] });

    expect(warningIdsOf(stack)).toEqual(ids);
  });

  test('can be a list that is unknown before deployment, on its own', () => {
    const arns = new CfnParameter(stack, 'Arns', { type: 'CommaDelimitedList' }).valueAsList;
    select({ resources: arns, exclude: arns });

    expect(selections()).toEqual([{ Resources: { Ref: 'Arns' }, NotResources: { Ref: 'Arns' } }]);
    expect(errorOf(() => select({ resources: arns, resourceTypes: [EFS] }, 'Second'))).toContain('TagBasedSelection \'Stack/Second\': \'resources\' must be known at synthesis to be combined with \'resourceTypes\', got a token. Create a separate selection for it.');
  });

  test('with a wildcard beside anyOf are a union, with a warning', () => {
    select({ anyOf: [gold], resources: ['arn:aws:s3:::*'] });

    expect(warningsOf(stack)).toEqual(['\'resources\' should not have wildcards beside \'anyOf\', got \'arn:aws:s3:::*\'. AWS Backup selects every resource that matches either of the two. To require both, use \'resourceTypes\' or \'conditions\'.']);
    expect(warningIdsOf(stack)).toEqual(['wildcardMeetsTags']);
  });

  test.each([
    { anyOf: [gold], resources: ['arn:aws:s3:::orders'] },
    { conditions: [gold], resources: ['arn:aws:s3:::*'] },
  ])('do not warn otherwise: %j', (props) => {
    select(props);

    expect(warningIdsOf(stack)).toEqual([]);
  });
});

test.each<[string, string]>([
  ['resources', 'arn:aws:lambda:eu-west-1:111122223333:function:orders'],
  ['exclude', 'arn:aws:rds:eu-west-1:111122223333:table/orders'],
])('an ARN in %s that no protected resource can have is a warning', (property, arn) => {
  select({ conditions: [gold], [property]: [arn] });

  expect(warningsOf(stack).filter((text) => text.startsWith(`'${property}' should contain ARNs`))).toHaveLength(1);
  expect(warningIdsOf(stack)).toContain('unprotectedArn');
});

test.each<[string, string, string]>([
  ['arn:aws-cn:s3:::orders', 'unprotectedArn', '\'resources\' should contain ARNs of the partition \'aws\', to which the plan is deployed, got \'arn:aws-cn:s3:::orders\'. '
    + 'It selects nothing. Write \'aws\', or use the pseudo parameter AWS::Partition (Aws.PARTITION in the CDK).'],
  ['arn:*', 'innerWildcard', '\'resources\' should name a service in an ARN, got \'arn:*\'. AWS documents no such ARN, so it might select nothing. Write \'*\' for every resource.'],
])('%s is a warning', (arn, id, message) => {
  select({ conditions: [gold], resources: [arn] });

  expect(warningsOf(stack)).toContain(message);
  expect(warningIdsOf(stack)).toContain(id);
});

describe('types that share their ARN form', () => {
  test('have a warning that names what else is selected', () => {
    select({ conditions: [gold], resourceTypes: [AURORA] });

    const [warning, ...rest] = warningsOf(stack);
    expect(warning).toMatch(/^'resourceTypes' contains Aurora. Its ARN form 'arn:aws:rds:\*:\*:cluster:\*' also selects .*Multi-AZ.*DocumentDB.*Neptune/);
    expect(rest).toEqual([]);
    expect(warningIdsOf(stack)).toEqual(['sharedArnForm']);
  });

  test.each([[[AURORA, NEPTUNE, DOCUMENTDB, RDS_MULTI_AZ_CLUSTER]], [[FSX]], [[DYNAMODB]]])('have no warning if all are intended (%#)', (resourceTypes) => {
    select({ conditions: [gold], resourceTypes });

    expect(warningIdsOf(stack)).toEqual([]);
  });

  test('are named once', () => {
    select({ resourceTypes: [AURORA, NEPTUNE, DOCUMENTDB, RDS_MULTI_AZ_CLUSTER] });

    expect(selections()).toEqual([{ Resources: [typeArn('rds:*:*:cluster:*')] }]);
  });
});

describe('the role', () => {
  const policies = (name: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]] });
  const BACKUP = policies('service-role/AWSBackupServiceRolePolicyForBackup');
  const S3_BACKUP = policies('AWSBackupServiceRolePolicyForS3Backup');
  const roles = () => Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role')).filter((each) => each.Properties.Description.includes('AWS Backup back up'));

  test.each<[string, () => Partial<TagBasedSelectionProps>, unknown[]]>([
    ['types without S3', () => ({ conditions: [gold], resourceTypes: [DYNAMODB] }), [BACKUP]],
    ['types with S3', () => ({ conditions: [gold], resourceTypes: [S3] }), [BACKUP, S3_BACKUP]],
    ['tags of all types', () => ({ conditions: [gold] }), [BACKUP, S3_BACKUP]],
    ['one of several tags', () => ({ anyOf: [gold] }), [BACKUP, S3_BACKUP]],
    ['a bucket by its ARN', () => ({ resources: ['arn:aws:s3:::orders'] }), [BACKUP, S3_BACKUP]],
    ['a table by its ARN', () => ({ resources: [`arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders`] }), [BACKUP]],
    ['a bucket of the app', () => ({ resources: [new s3.Bucket(stack, 'B').bucketArn] }), [BACKUP, S3_BACKUP]],
    ['a table of the app', () => ({
      resources: [new dynamodb.Table(stack, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).tableArn],
    }), [BACKUP]],
    ['an unknown ARN', () => ({ resources: [new CfnParameter(stack, 'Arn').valueAsString] }), [BACKUP, S3_BACKUP]],
    ['restores', () => ({ conditions: [gold], resourceTypes: [DYNAMODB], allowRestores: true }),
      [BACKUP, policies('service-role/AWSBackupServiceRolePolicyForRestores')]],
    ['restores of S3', () => ({ conditions: [gold], resourceTypes: [S3], allowRestores: true }),
      [BACKUP, S3_BACKUP, policies('service-role/AWSBackupServiceRolePolicyForRestores'), policies('AWSBackupServiceRolePolicyForS3Restore')]],
    ['a plan that indexes', () => ({ plan: planWith({ indexResourceType: EBS }, 'Other'), conditions: [gold], resourceTypes: [EBS] }),
      [BACKUP, policies('AWSBackupServiceRolePolicyForIndexing')]],
    ['a plan that scans', () => ({ plan: planWith({ malwareScan: MalwareScanMode.FULL_SCAN }, 'Other'), conditions: [gold], resourceTypes: [EBS] }),
      [BACKUP, policies('AWSBackupServiceRolePolicyForScans')]],
  ])('has exactly the policies for %s', (_, props, expected) => {
    select(props());

    expect(roles().map((each) => each.Properties.ManagedPolicyArns)).toEqual([expected]);
  });

  test('trusts AWS Backup only, accepts a boundary, and is retained after the stack', () => {
    select({ conditions: [gold], permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', `arn:aws:iam::${ACCOUNT}:policy/boundary`) });

    expect(roles()).toEqual([expect.objectContaining({
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: expect.objectContaining({
        PermissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/boundary`,
        AssumeRolePolicyDocument: {
          Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } }],
        },
      }),
    })]);
  });

  test('can be the user\'s', () => {
    const role = iam.Role.fromRoleArn(stack, 'Own', `arn:aws:iam::${ACCOUNT}:role/backup`);
    const selection = select({ conditions: [gold], role });

    expect(selection.grantPrincipal).toBe(role.grantPrincipal);
    expect(roles()).toEqual([]);
    Template.fromStack(stack).hasResourceProperties(SELECTION, { BackupSelection: { IamRoleArn: `arn:aws:iam::${ACCOUNT}:role/backup` } });
  });
});

test.each([
  ['us-east-1', ACCOUNT, '\'plan\' must be in the Region of the selection (\'us-east-1\'), got a plan of \'eu-west-1\''],
  ['eu-west-1', OTHER_ACCOUNT, `'plan' must be in the account of the selection ('${OTHER_ACCOUNT}'), got a plan of '${ACCOUNT}'`],
])('fails for a plan of another account or Region (%s, %s)', (region, account, problem) => {
  const far = stackIn(region, { app: stack.node.root as App, id: 'Far', account });

  expect(errorOf(() => new TagBasedSelection(far, 'Selection', { plan, conditions: [gold] })))
    .toBe(`TagBasedSelection 'Far/Selection': ${problem}. Create the selection in the account and Region of its plan.`);
});

test.each<[string, () => TagBasedSelectionProps['plan'], unknown]>([
  ['an L2 plan', () => backup.BackupPlan.daily35DayRetention(stack, 'L2'), { 'Fn::GetAtt': [Match.stringLikeRegexp('^L2'), 'BackupPlanId'] }],
  ['an imported plan', () => backup.BackupPlan.fromBackupPlanId(stack, 'Imported', 'abc'), 'abc'],
])('selects for %s', (_, other, id) => {
  const selection = select({ plan: other(), conditions: [gold] });

  Template.fromStack(stack).hasResourceProperties(SELECTION, { BackupPlanId: id });
  expect(stack.resolve(selection.selectionIds)).toEqual([{ 'Fn::GetAtt': [expect.stringMatching(/^Selection/), 'SelectionId'] }]);
});
