import { selectionArns } from '../../../../src/checks/rules/selection/selection-arns';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { selections } from './selections';

const message = (property: string, arn: string) => `selection 'everything': '${property}' must contain ARNs, or '*' for every resource, got '${arn}'. Write the whole ARN.`;

describeRule(selectionArns, {
  compliant: [
    { name: 'every resource', ...selections({ Resources: ['*'] }) },
    { name: 'an ARN', ...selections({ Resources: ['arn:aws:s3:::orders'], NotResources: ['arn:aws:s3:::orders-*'] }) },
    { name: 'an ARN of the deployment\'s partition', ...selections({ Resources: [{ 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders' }] }) },
    { name: 'an ARN with a parameter', ...selections({ Resources: [{ 'Fn::Sub': 'arn:aws:s3:::${Given}' }] }) },
    { name: 'the attribute of a resource', ...selections({ Resources: [{ 'Fn::GetAtt': ['Plan', 'BackupPlanArn'] }] }) },
    { name: 'a type', ...selections({ Resources: ['arn:aws:rds:*:*:db:*'] }) },
  ],
  nonCompliant: [
    {
      name: 'a name',
      ...selections({ Resources: ['orders'] }),
      messages: [message('Resources', 'orders')],
      paths: ['BackupSelection.Resources'],
    },
    { name: 'an ARN without a resource', ...selections({ NotResources: ['arn:aws:s3:orders'] }), messages: [message('NotResources', 'arn:aws:s3:orders')] },
    { name: 'the id of a resource', ...selections({ Resources: [{ Ref: 'Plan' }] }), messages: [message('Resources', '${Plan}')] },
    {
      name: 'a wildcard within a name, which is a warning',
      ...selections({ Resources: ['arn:aws:s3:::*-logs'] }),
      messages: ['selection \'everything\': \'Resources\' should have a wildcard only at the end of a resource\'s name, got \'arn:aws:s3:::*-logs\'. The API documents no other place, so this might select nothing. Move it to the end.'],
      levels: ['warning'],
    },
  ],
  notApplicable: [{ name: 'no ARNs', ...selections({}) }],
  unknown: [
    { name: 'a parameter', ...selections({ Resources: [PARAMETER] }), messages: ['selection \'everything\': whether all of \'Resources\' are ARNs is unknown.'] },
    { name: 'a value that might be all of an ARN except its start', ...selections({ Resources: [{ 'Fn::Sub': 'arn:aws:${Given}' }] }) },
  ],
});
