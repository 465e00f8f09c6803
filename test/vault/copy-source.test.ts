import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CompliantVault, CopySource } from '../../src';
import { OTHER_ACCOUNT, errorOf, stackIn } from '../stacks';

let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

const allowedBy = (...sources: CopySource[]) => {
  new CompliantVault(stack, 'Vault', { allowCopiesFrom: sources });
  const [vault] = Object.values(Template.fromStack(stack).findResources('AWS::Backup::BackupVault'));
  return vault.Properties.AccessPolicy.Statement.filter((each: { Effect: string }) => each.Effect === 'Allow');
};
const copyInto = { Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*' };
const root = { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${OTHER_ACCOUNT}:root`]] } };

test('an account is named', () => {
  expect(allowedBy(CopySource.account(OTHER_ACCOUNT))).toEqual([{ ...copyInto, Principal: root }]);
});

test('an account is named once', () => {
  expect(allowedBy(CopySource.account(OTHER_ACCOUNT), CopySource.account(OTHER_ACCOUNT))).toEqual([{ ...copyInto, Principal: root }]);
});

test('an organization is a condition for everyone', () => {
  expect(allowedBy(CopySource.organization('o-abc1234567')))
    .toEqual([{ ...copyInto, Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } } }]);
});

test.each(['o-abc1234567/r-ab12/ou-ab12-11111111', 'o-abc1234567/r-ab12/ou-ab12-11111111/', 'o-abc1234567/r-ab12/ou-ab12-11111111/*'])(
  'an organizational unit is a condition on the path: %s', (path) => {
    expect(allowedBy(CopySource.organizationalUnit(path))).toEqual([{
      ...copyInto,
      Principal: { AWS: '*' },
      Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-abc1234567/r-ab12/ou-ab12-11111111/*'] } },
    }]);
  });

test.each([
  [CopySource.account('12345'), 'must be an account ID of 12 digits, got \'12345\'. Write all digits as a string.'],
  [CopySource.organization('abc1234567'), 'must be an organization ID such as \'o-abc1234567\', got \'abc1234567\'. Use the ID that AWS Organizations shows.'],
  [CopySource.organizationalUnit('ou-ab12-11111111'), 'must be the path of an organizational unit such as \'o-abc1234567/r-ab12/ou-ab12-11111111\', got '
    + '\'ou-ab12-11111111\'. AWS compares the whole path, so the ID of the unit alone matches nothing. Write the path from the organization down.'],
])('fails on a source that matches nothing', (source, problem) => {
  expect(errorOf(() => allowedBy(source))).toBe(`CompliantVault 'Stack/Vault': 'allowCopiesFrom[0]' ${problem}`);
});

test('a source can be added later, and is checked then too', () => {
  const vault = new CompliantVault(stack, 'Vault');
  vault.allowCopiesFrom(CopySource.account(OTHER_ACCOUNT));

  expect(errorOf(() => vault.allowCopiesFrom(CopySource.account('x')))).toBe('CompliantVault \'Stack/Vault\': \'source\' must be an account ID of 12 digits, got \'x\'. Write all digits as a string.');
  Template.fromStack(stack).hasResourceProperties('AWS::Backup::BackupVault', { AccessPolicy: { Statement: [{}, {}, { Principal: root }] } });
});
