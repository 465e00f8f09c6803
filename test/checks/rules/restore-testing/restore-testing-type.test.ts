import { NO_TEST, selection } from './restore-tests';
import { restoreTestingType } from '../../../../src/checks/rules/restore-testing/restore-testing-type';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const TYPES = ['Aurora', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'FSx', 'Neptune', 'RDS', 'S3'];
const of = (ProtectedResourceType: unknown) => selection({ ProtectedResourceType });

describeRule(restoreTestingType, {
  compliant: TYPES.map((type) => ({ name: type, ...of(type) })),
  nonCompliant: ['Timestream', 'EKS', 'dynamodb'].map((type) => ({
    name: type,
    ...of(type),
    messages: [`restore testing selection 'tables': 'ProtectedResourceType' must be a type that restore testing supports (${TYPES.join(', ')}), got '${type}'. `
      + 'Choose one of them.'],
    paths: ['ProtectedResourceType'],
  })),
  notApplicable: [NO_TEST],
  unknown: [{ name: 'a parameter', ...of(GIVEN), messages: ['restore testing selection \'tables\': \'ProtectedResourceType\' is unknown.'] }],
});
