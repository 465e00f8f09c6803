import { NO_TEST, selection } from './restore-tests';
import { restoreTestingOverrides } from '../../../../src/checks/rules/restore-testing/restore-testing-overrides';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const SUBJECT = 'restore testing selection \'tables\':';
const overriding = (RestoreMetadataOverrides: unknown) => selection({ ProtectedResourceType: 'RDS', RestoreMetadataOverrides });
const groups = (vpcSecurityGroupIds: unknown) => overriding({ vpcSecurityGroupIds });
const PATH = 'RestoreMetadataOverrides.vpcSecurityGroupIds';

describeRule(restoreTestingOverrides, {
  compliant: [
    { name: 'a list', ...groups('["sg-1","sg-2"]') },
    { name: 'an empty list', ...groups('[]') },
    { name: 'a list with a group of the template', ...groups({ 'Fn::Sub': '["${Given}", "sg-2"]' }) },
    { name: 'a value that is not a list', ...overriding({ dbInstanceClass: 'db.t3.small' }) },
  ],
  nonCompliant: [
    {
      name: 'one group',
      ...groups('sg-1'),
      messages: [`${SUBJECT} '${PATH}' must be a JSON array in a string, got 'sg-1'. For example, write '["first","second"]'.`],
      paths: [PATH],
    },
    {
      name: 'commas, and a key in small letters',
      ...overriding({ subnetids: 'subnet-1,subnet-2' }),
      messages: [`${SUBJECT} 'RestoreMetadataOverrides.subnetids' must be a JSON array in a string, got 'subnet-1,subnet-2'. For example, write '["first","second"]'.`],
    },
    { name: 'an object', ...groups('{}'), messages: [`${SUBJECT} '${PATH}' must be a JSON array in a string, got '{}'. For example, write '["first","second"]'.`] },
    {
      name: 'commas and a parameter',
      ...groups({ 'Fn::Sub': 'sg-1,${Given}' }),
      messages: [`${SUBJECT} '${PATH}' must be a JSON array in a string, got 'sg-1,\${Given}'. For example, write '["first","second"]'.`],
    },
  ],
  notApplicable: [NO_TEST, { name: 'no overrides', ...selection() }],
  unknown: [
    { name: 'a parameter', ...groups(GIVEN), messages: [`${SUBJECT} '${PATH}' is unknown.`] },
    { name: 'brackets around a parameter', ...groups({ 'Fn::Sub': '[${Given}]' }), messages: [`${SUBJECT} '${PATH}' is unknown.`] },
    { name: 'overrides that are not known', ...overriding({ 'Fn::Transform': { Name: 'Overrides' } }), messages: [`${SUBJECT} 'RestoreMetadataOverrides' is unknown.`] },
  ],
});
