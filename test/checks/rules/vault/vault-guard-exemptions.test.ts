import { noVault, vault } from './vaults';
import { vaultGuardExemptions } from '../../../../src/checks/rules/vault/vault-guard-exemptions';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';

const ROLES = 'arn:aws:iam::111122223333:role/';
const exempting = (arns: unknown, operator = 'ArnNotLike') => vault({
  AccessPolicy: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*', Condition: { [operator]: { 'aws:PrincipalArn': arns } } }],
  },
});
const message = (name: string) => `vault 'orders': 'AccessPolicy' should exempt roles of IAM Identity Center by their whole ARN, got '${ROLES}${name}' without the path `
  + `'aws-reserved/sso.amazonaws.com/'. Nobody has that ARN. Exempt 'role/aws-reserved/sso.amazonaws.com/*/${name}', or without the part '*/' if the Identity Center is in us-east-1.`;

describeRule(vaultGuardExemptions, {
  compliant: [
    'break-glass', 'ops/break-glass', 'aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_0123456789abcdef', 'aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_*',
    '*/AWSReservedSSO_Ops_0123456789abcdef',
  ].map((name) => ({ name, ...exempting(`${ROLES}${name}`) })),
  nonCompliant: [
    { name: 'a role without its path', ...exempting(`${ROLES}AWSReservedSSO_Ops_0123456789abcdef`), messages: [message('AWSReservedSSO_Ops_0123456789abcdef')], paths: ['AccessPolicy'] },
    { name: 'a pattern, beside another role', ...exempting([`${ROLES}admin`, `${ROLES}AWSReservedSSO_Ops_*`], 'StringNotLike'), messages: [message('AWSReservedSSO_Ops_*')] },
    { name: 'in another account', ...exempting('arn:aws:iam::*:role/AWSReservedSSO_Ops_*'), messages: [/got 'arn:aws:iam::\*:role\/AWSReservedSSO_Ops_\*'/] },
    {
      name: 'a session',
      ...exempting('arn:aws:sts::111122223333:assumed-role/break-glass/*'),
      messages: ['vault \'orders\': \'AccessPolicy\' should exempt roles by their ARNs in IAM, got \'arn:aws:sts::111122223333:assumed-role/break-glass/*\', the ARN of a session. IAM compares '
        + 'the ARN of the role, so nobody has that ARN. Write the ARN of the role, with its path.'],
    },
  ],
  notApplicable: [{ name: 'no policy', ...vault({}) }, { name: 'no vault', ...noVault }, { name: 'a role that is a parameter', ...exempting(PARAMETER) }],
  unknown: [{ name: 'a policy that is a parameter', ...vault({ AccessPolicy: PARAMETER }) }],
});
