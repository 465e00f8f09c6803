import { type CfnResource, type Stack, Aspects, CfnCondition, CfnParameter, Duration, Fn, Stage } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  type TagBasedSelectionProps, BackupResourceType, BackupTier, CompliantVault, CopyTarget, MalwareScanMode, TagBasedSelection, TagCondition,
  TieredBackupPlan,
} from '../../src';
import { stackIn, warningIdsOf, warningsOf } from '../stacks';

const { DYNAMODB, EBS, EC2, EFS, S3, CLOUDFORMATION } = BackupResourceType;
const SERVICE = new iam.ServicePrincipal('backup.amazonaws.com');
const BACKUP = iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup');
const VOLUME = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const allow = (...actions: string[]) => new iam.PolicyStatement({ actions, resources: ['*'] });
const deny = (...actions: string[]) => new iam.PolicyStatement({ effect: iam.Effect.DENY, actions, resources: ['*'] });
const roleWith = (props: Partial<iam.RoleProps> = {}) => new iam.Role(stack, 'Own', { assumedBy: SERVICE, ...props });

function select(props: Partial<TagBasedSelectionProps>, tiers = [BackupTier.daily({ retention: Duration.days(35) })]): TagBasedSelection {
  const plan = new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers });
  return new TagBasedSelection(stack, 'Selection', { plan, resourceTypes: [EBS], ...props.role && { attachPolicies: false }, ...props });
}

/** The errors that the CDK reports when it synthesizes the app. */
function synthesisErrors(): string[] {
  try {
    Stage.of(stack)!.synth();
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).map((line) => line.replace(/^ *\[[^\]]*\] /, ''));
  }
}

const AT = 'TagBasedSelection \'Stack/Selection\': ';
const UNTRUSTING = `${AT}'role' must be a role that 'backup.amazonaws.com' can assume, got one whose trust policy does not allow it. `
  + 'Create the role with assumedBy: new iam.ServicePrincipal(\'backup.amazonaws.com\').';
const EXCLUDES_ALL = 'Its permissions boundary, or a statement that denies, excludes everything. Change it.';
const nothing = (fix = 'Attach the AWS managed policy AWSBackupServiceRolePolicyForBackup.') => `${AT}'role' must be a role that is allowed to create backups, `
  + `got one without the permissions that backups of any resource type need. Every backup job fails. ${fix}`;
const must = (what: string, actions: string, policy = 'AWSBackupServiceRolePolicyForBackup') => `${AT}'role' must be a role with the permissions that ${what} need, `
  + `got one that is not allowed ${actions}. These jobs fail. Attach the AWS managed policy ${policy}, or allow the action${actions.includes(',') ? 's' : ''}.`;
const excluded = (what: string, actions: string) => must(what, actions).replace(/Attach the .*$/, 'The permissions boundary of the role, or a statement that denies, excludes the action. Allow it there.');
const should = (what: string, actions: string, policy?: string) => must(what, actions, policy).slice(AT.length).replace('must', 'should').replace('jobs fail', 'jobs might fail');

test.each<[string, () => TagBasedSelection]>([
  ['the managed policy', () => select({ role: roleWith({ managedPolicies: [BACKUP] }) })],
  ['the policies that the construct attaches', () => select({ role: roleWith(), attachPolicies: true })],
  ['an inline policy', () => select({ role: roleWith({ inlinePolicies: { own: new iam.PolicyDocument({ statements: [allow('ec2:CreateSnapshot')] }) } }) })],
  ['a policy of the app that the role names', () => select({ role: roleWith({ managedPolicies: [new iam.ManagedPolicy(stack, 'Policy', { statements: [allow('ec2:*')] })] }) })],
  ['a policy that attaches itself', () => {
    const role = roleWith();
    new iam.ManagedPolicy(stack, 'Policy', { statements: [allow('ec2:*')], roles: [role] });
    return select({ role });
  }],
  ['a policy that names the role by its name', () => {
    const role = roleWith({ roleName: 'backups' });
    new iam.CfnPolicy(stack, 'Policy', { policyName: 'own', policyDocument: { Statement: [allow('ec2:*').toStatementJson()] }, roles: ['backups'] });
    return select({ role });
  }],
  ['a policy of AWS by a literal ARN', () => {
    const role = roleWith();
    (role.node.defaultChild as iam.CfnRole).managedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    return select({ role });
  }],
  ['a policy of AWS by Fn::Sub', () => {
    const role = roleWith();
    (role.node.defaultChild as iam.CfnRole).addPropertyOverride('ManagedPolicyArns', [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess' }]);
    return select({ role });
  }],
  ['a boundary that leaves enough', () => select({
    role: roleWith({ managedPolicies: [BACKUP], permissionsBoundary: new iam.ManagedPolicy(stack, 'Boundary', { statements: [allow('ec2:*')] }) }),
  })],
])('a role with %s has no error', (_, selection) => {
  selection();

  expect(synthesisErrors()).toEqual([]);
  expect(warningsOf(stack)).toEqual([]);
});

test.each<[string, BackupResourceType, string[]]>([
  ['volumes', EBS, [should('indexes of EBS', 'ebs:GetSnapshotBlock, ebs:ListSnapshotBlocks', 'AWSBackupServiceRolePolicyForIndexing')]],
  ['buckets, which need no permissions', S3, []],
])('an index of %s', (_, indexResourceType, warnings) => {
  const tier = BackupTier.daily({ retention: Duration.days(35), indexResourceType });
  select({ role: roleWith({ managedPolicies: [BACKUP] }), resourceTypes: [EBS] }, [tier]);

  expect(synthesisErrors()).toEqual([]);
  expect(warningsOf(stack)).toEqual(warnings);
});

test.each<[string, () => TagBasedSelection]>([
  ['a policy of an unknown name', () => select({ role: roleWith({ managedPolicies: [iam.ManagedPolicy.fromManagedPolicyName(stack, 'Other', 'other')] }) })],
  ['a document that is a parameter', () => {
    const role = roleWith();
    const actions = new CfnParameter(stack, 'Actions').valueAsString;
    new iam.CfnPolicy(stack, 'Policy', { policyName: 'own', policyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }, roles: [role.roleName] });
    return select({ role });
  }],
  ['a policy for a role that is a parameter', () => {
    new iam.CfnPolicy(stack, 'Policy', { policyName: 'own', policyDocument: { Statement: [allow('*').toStatementJson()] }, roles: [new CfnParameter(stack, 'Name').valueAsString] });
    return select({ role: roleWith() });
  }],
  ['a policy that exists under a condition', () => {
    const role = roleWith();
    const policy = new iam.CfnPolicy(stack, 'Policy', { policyName: 'own', policyDocument: { Statement: [allow('*').toStatementJson()] }, roles: [role.roleName] });
    policy.cfnOptions.condition = new CfnCondition(stack, 'Sometimes', { expression: Fn.conditionEquals('a', 'b') });
    return select({ role });
  }],
  ['policies that are a parameter', () => {
    const role = roleWith();
    (role.node.defaultChild as iam.CfnRole).managedPolicyArns = new CfnParameter(stack, 'Arns', { type: 'CommaDelimitedList' }).valueAsList;
    return select({ role });
  }],
  ['a trust policy for everyone', () => select({ role: roleWith({ assumedBy: new iam.AnyPrincipal(), managedPolicies: [BACKUP] }) })],
  ['no policy that can be read, because it is imported', () => select({ role: iam.Role.fromRoleArn(stack, 'Own', 'arn:aws:iam::111122223333:role/own') })],
])('nothing is certain of a role with %s', (_, selection) => {
  selection();

  expect(synthesisErrors()).toEqual([]);
  expect(warningsOf(stack)).toEqual([]);
});

test.each<[string, () => TagBasedSelection, string[]]>([
  ['another service', () => select({ role: roleWith({ assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'), managedPolicies: [BACKUP] }) }), [UNTRUSTING]],
  ['another service, without policies', () => select({ role: roleWith({ assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }) }), [UNTRUSTING, nothing()]],
  ['no policy', () => select({ role: roleWith() }), [nothing()]],
  ['no policy, for tags', () => select({ role: roleWith(), resourceTypes: undefined, conditions: [TagCondition.equalTo('backup', 'gold')] }), [nothing()]],
  ['a policy of another role', () => {
    new iam.ManagedPolicy(stack, 'Policy', { statements: [allow('*')], roles: [new iam.Role(stack, 'Other', { assumedBy: SERVICE })] });
    return select({ role: roleWith() });
  }, [nothing()]],
  ['a policy of a role with another name', () => {
    new iam.CfnPolicy(stack, 'Policy', { policyName: 'own', policyDocument: { Statement: [allow('*').toStatementJson()] }, roles: ['others'] });
    return select({ role: roleWith({ roleName: 'backups' }) });
  }, [nothing()]],
  ['a boundary that excludes everything', () => select({
    role: roleWith({ permissionsBoundary: new iam.ManagedPolicy(stack, 'Boundary', { statements: [allow('logs:*')] }) }), attachPolicies: true,
  }), [nothing(EXCLUDES_ALL)]],
  ['a boundary that excludes the type', () => select({
    role: roleWith({ permissionsBoundary: new iam.ManagedPolicy(stack, 'Boundary', { statements: [allow('dynamodb:*')] }) }), attachPolicies: true,
  }), [excluded('backups of EBS', 'ec2:CreateSnapshot')]],
  ['a statement that denies', () => {
    const role = roleWith({ managedPolicies: [BACKUP] });
    role.addToPolicy(deny('ec2:CreateSnapshot'));
    return select({ role });
  }, [excluded('backups of EBS', 'ec2:CreateSnapshot')]],
  ['a right to other types', () => {
    const role = roleWith();
    role.addToPolicy(allow('dynamodb:*'));
    return select({ role, resourceTypes: [EBS, DYNAMODB, EFS] });
  }, [must('backups of EBS', 'ec2:CreateSnapshot'), must('backups of EFS', 'elasticfilesystem:Backup')]],
  ['a right to other types, for buckets', () => select({ role: roleWith({ managedPolicies: [BACKUP] }), resourceTypes: [S3] }), [
    must('backups of S3', 'events:PutRule, events:PutTargets', 'AWSBackupServiceRolePolicyForS3Backup'),
  ]],
  ['a right to another volume', () => {
    const role = roleWith();
    role.addToPolicy(new iam.PolicyStatement({ actions: ['ec2:CreateSnapshot'], resources: [`${VOLUME}2`] }));
    return select({ role, resourceTypes: undefined, resources: [VOLUME] });
  }, [must('backups of EBS', 'ec2:CreateSnapshot')]],
  ['no right to a table of the app', () => {
    const table = new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
    const role = roleWith();
    role.addToPolicy(allow('ec2:*'));
    return select({ role, resourceTypes: undefined, resources: [table.tableArn] });
  }, [must('backups of DynamoDB', 'dynamodb:CreateBackup, dynamodb:StartAwsBackupJob')]],
  ['no right to copy to another account', () => {
    const role = roleWith();
    role.addToPolicy(allow('ec2:*'));
    return select({ role }, [BackupTier.daily({
      retention: Duration.days(35),
      copyTo: [CopyTarget.arn('arn:aws:backup:eu-west-1:444455556666:backup-vault:copies', { retention: Duration.days(35) })],
    })]);
  }, [must('copies to another account', 'backup:CopyFromBackupVault, backup:CopyIntoBackupVault')]],
])('a role with %s is an error', (_, selection, messages) => {
  selection();

  expect(synthesisErrors()).toEqual(messages);
});

test('the boundary of the role that the construct creates is judged', () => {
  select({ permissionsBoundary: new iam.ManagedPolicy(stack, 'Boundary', { statements: [allow('logs:*')] }) });

  expect(synthesisErrors()).toEqual([nothing(EXCLUDES_ALL)]);
});

test('a role that is completed later has no error', () => {
  const role = roleWith({ assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
  select({ role });
  role.addToPolicy(allow('ec2:CreateSnapshot'));
  role.assumeRolePolicy!.addStatements(new iam.PolicyStatement({ principals: [SERVICE], actions: ['sts:AssumeRole'] }));

  expect(synthesisErrors()).toEqual([]);
});

test('a boundary that an Aspect adds later counts', () => {
  select({ role: roleWith(), attachPolicies: true });
  const boundary = new iam.ManagedPolicy(stack, 'Boundary', { statements: [allow('logs:*')] });
  Aspects.of(stack).add({ visit: (node) => { if (iam.CfnRole.isCfnRole(node)) { node.permissionsBoundary = boundary.managedPolicyArn; } } });

  expect(synthesisErrors()).toEqual([nothing(EXCLUDES_ALL)]);
});

test.each<[string, Partial<TagBasedSelectionProps>]>([
  ['a condition', { conditions: [TagCondition.equalTo('backup', 'gold')] }],
  ['an exclusion', { exclude: [VOLUME] }],
])('types that %s narrows are a warning', (_, props) => {
  const role = roleWith();
  role.addToPolicy(allow('dynamodb:*'));
  select({ role, ...props });

  expect(synthesisErrors()).toEqual([]);
  expect(warningsOf(stack)).toEqual([should('backups of EBS', 'ec2:CreateSnapshot')]);
  expect(warningIdsOf(stack)).toEqual(['rolePermissions']);
});

test('actions of which no page says that a job fails without them are a warning', () => {
  const role = roleWith();
  role.addToPolicy(allow('ec2:CreateSnapshot'));
  select({ role }, [BackupTier.weekly({ retention: Duration.days(365), moveToColdStorageAfter: Duration.days(90), archiveEbsSnapshots: true })]);

  expect(synthesisErrors()).toEqual([]);
  expect(warningsOf(stack)).toEqual([should('moves to cold storage of EBS', 'ec2:ModifySnapshotTier')]);
});

describe('a role of a selection with allowRestores', () => {
  const RESTORES = 'AWSBackupServiceRolePolicyForRestores';
  const backingUp = (resourceType: BackupResourceType, ...restoring: string[]) => {
    const role = roleWith({ managedPolicies: [BACKUP, iam.ManagedPolicy.fromAwsManagedPolicyName('AWSBackupServiceRolePolicyForS3Backup')] });
    if (restoring.length > 0) { role.addToPolicy(allow(...restoring)); }
    select({ role, resourceTypes: [resourceType], allowRestores: true });
  };

  test.each<[string, BackupResourceType, string]>([
    ['EBS', EBS, 'ec2:CreateVolume'],
    ['EFS', EFS, 'elasticfilesystem:Restore'],
    ['DynamoDB', DYNAMODB, 'dynamodb:RestoreTableFromBackup or dynamodb:RestoreTableFromAwsBackup'],
    ['EC2', EC2, 'ec2:RunInstances'],
  ])('must be allowed to restore %s', (type, resourceType, actions) => {
    backingUp(resourceType);

    expect(synthesisErrors()).toEqual([must(`restores of ${type}`, actions, RESTORES)]);
  });

  test.each<[BackupResourceType, string]>([[EBS, 'ec2:CreateVolume'], [EFS, 'elasticfilesystem:Restore'], [DYNAMODB, 'dynamodb:RestoreTableFromAwsBackup']])('can have policies of its own', (type, action) => {
    backingUp(type, action);

    expect(synthesisErrors()).toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is allowed what it needs by the policies that the construct attaches', () => {
    select({ role: roleWith(), resourceTypes: [EBS, EFS, EC2, S3, DYNAMODB], allowRestores: true, attachPolicies: true });

    expect(synthesisErrors()).toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('has a warning if it cannot restore a bucket to a new one, because a restore to an existing one is possible', () => {
    backingUp(S3);

    expect(synthesisErrors()).toEqual([]);
    expect(warningsOf(stack)).toEqual([should('restores to a new resource of S3', 's3:CreateBucket', 'AWSBackupServiceRolePolicyForS3Restore')]);
  });

  test('has a warning if it cannot pass the role of an instance profile, because AWS Backup can restore an instance without one', () => {
    backingUp(EC2, 'ec2:RunInstances');

    expect(synthesisErrors()).toEqual([]);
    expect(warningsOf(stack)).toEqual([should('restores with an instance profile of EC2', 'iam:PassRole', RESTORES)]);
  });

  test('can be limited to passing roles to EC2', () => {
    const role = roleWith({ managedPolicies: [BACKUP] });
    role.addToPolicy(allow('ec2:RunInstances'));
    role.addToPolicy(new iam.PolicyStatement({ actions: ['iam:PassRole'], resources: ['*'], conditions: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } }));
    select({ role, resourceTypes: [EC2], allowRestores: true });

    expect(warningsOf(stack)).toEqual([]);
  });

  test('is not judged by its restores without the option', () => {
    select({ role: roleWith({ managedPolicies: [BACKUP] }), resourceTypes: [EBS, EC2, EFS] });

    expect(synthesisErrors()).toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('is judged by its boundary', () => {
    const boundary = new iam.ManagedPolicy(stack, 'Boundary', { statements: [allow('ec2:CreateSnapshot')] });
    select({ role: roleWith({ permissionsBoundary: boundary }), allowRestores: true, attachPolicies: true });

    expect(synthesisErrors()).toEqual([excluded('restores of EBS', 'ec2:CreateVolume')]);
  });
});

describe('a rule that adds tags to recovery points', () => {
  const TAGGING = [BackupTier.daily({ retention: Duration.days(35), recoveryPointTags: { project: 'orders' } })];
  const selecting = (resourceType: BackupResourceType, action: string, tiers = TAGGING) => {
    const role = roleWith();
    role.addToPolicy(allow(action));
    select({ role, resourceTypes: [resourceType] }, tiers);
  };

  test('needs an action for types with full management, with a warning', () => {
    selecting(EFS, 'elasticfilesystem:Backup');

    expect(synthesisErrors()).toEqual([]);
    expect(warningsOf(stack)).toEqual([should('tags of recovery points of EFS', 'backup:TagResource')]);
  });

  test('needs nothing for other types', () => {
    selecting(EBS, 'ec2:CreateSnapshot');

    expect(warningsOf(stack)).toEqual([]);
  });

  test.each([['no tags', {}], ['none', undefined]])('needs nothing with %s', (_, recoveryPointTags) => {
    selecting(EFS, 'elasticfilesystem:Backup', [BackupTier.daily({ retention: Duration.days(35), recoveryPointTags })]);

    expect(warningsOf(stack)).toEqual([]);
  });

  test('is allowed by the managed policy', () => {
    select({ role: roleWith({ managedPolicies: [BACKUP] }), resourceTypes: [EFS] }, TAGGING);

    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('a rule that scans for malware', () => {
  const tiers = [BackupTier.daily({ retention: Duration.days(35), malwareScan: MalwareScanMode.FULL_SCAN })];
  const selecting = (scanResourceTypes?: BackupResourceType[], ...actions: string[]) => {
    const role = roleWith();
    role.addToPolicy(allow('ec2:CreateSnapshot', ...actions));
    const plan = new TieredBackupPlan(stack, 'Plan', { vault: new CompliantVault(stack, 'Vault'), tiers, scanResourceTypes });
    new TagBasedSelection(stack, 'Selection', { plan, role, resourceTypes: [EBS], attachPolicies: false });
  };

  test('needs the actions that start a scan, with a warning', () => {
    selecting();

    expect(synthesisErrors()).toEqual([]);
    expect(warningsOf(stack)).toEqual([should('scans of EBS', 'guardduty:StartMalwareScan, iam:PassRole', 'AWSBackupServiceRolePolicyForScans')]);
  });

  test('needs nothing for types that are not scanned', () => {
    selecting([S3]);

    expect(warningsOf(stack)).toEqual([]);
  });

  test('needs both actions', () => {
    selecting([EBS], 'guardduty:StartMalwareScan');

    expect(warningsOf(stack)).toEqual([should('scans of EBS', 'iam:PassRole', 'AWSBackupServiceRolePolicyForScans')]);
  });

  test.each(['AWSBackupServiceRolePolicyForScans', 'service-role/AWSBackupServiceRolePolicyForBackup'])('is allowed by %s', (name) => {
    const role = roleWith({ managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(name)] });
    role.addToPolicy(allow('ec2:CreateSnapshot'));
    select({ role, resourceTypes: [EBS] }, tiers);

    expect(warningsOf(stack)).toEqual([]);
  });
});

test('a table that a condition creates is a warning', () => {
  const table = new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
  (table.node.defaultChild as CfnResource).cfnOptions.condition = new CfnCondition(stack, 'Sometimes', { expression: Fn.conditionEquals('a', 'b') });
  const role = roleWith();
  role.addToPolicy(allow('ec2:*'));
  select({ role, resourceTypes: undefined, resources: [table.tableArn] });

  expect(synthesisErrors()).toEqual([]);
  expect(warningsOf(stack)).toEqual([should('backups of DynamoDB', 'dynamodb:CreateBackup, dynamodb:StartAwsBackupJob')]);
});

test.each<[string, object | undefined, boolean]>([
  ['with a policy, which might allow the role', { Statement: [] }, false],
  ['without a policy', undefined, true],
])('a file system %s', (_, fileSystemPolicy, isError) => {
  const files = new efs.CfnFileSystem(stack, 'Files', { fileSystemPolicy });
  const role = roleWith();
  role.addToPolicy(allow('ec2:*'));
  select({ role, resourceTypes: undefined, resources: [files.attrArn] });

  expect(synthesisErrors()).toEqual(isError ? [must('backups of EFS', 'elasticfilesystem:Backup')] : []);
});

test('stacks have no data of their own', () => {
  select({ role: roleWith(), resourceTypes: [CLOUDFORMATION] });

  expect(synthesisErrors()).toEqual([]);
});
