import { BACKUP_OF_EVERYTHING, BACKUP_PLAN, writtenSelection } from './restore-tests';
import { restoreTested } from '../../../../src/checks/rules/restore-testing/restore-tested';
import { GIVEN, bothWays, inTwoRegions } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const TABLE = { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] } };
const BUCKET = { Type: 'AWS::S3::Bucket' };
const backedUp = (more: Parameters<typeof bothWays>[0]) => bothWays({ Plan: BACKUP_PLAN, Selection: BACKUP_OF_EVERYTHING, ...more });
const message = (type: string) => `plan 'gold': a restore testing selection should cover ${type}, which the plan backs up, got none in this account and Region. Add one.`;

describeRule(restoreTested, {
  compliant: [{ name: 'a selection of the type', ...backedUp({ Table: TABLE, Tested: writtenSelection() }) }],
  nonCompliant: [
    { name: 'no selection', ...backedUp({ Table: TABLE, Other: TABLE, Bucket: BUCKET }), messages: [message('DynamoDB'), message('S3')], paths: ['', ''] },
    { name: 'an instance of any variant', ...backedUp({ Machine: { Type: 'AWS::EC2::Instance' } }), messages: [message('EC2')] },
    {
      name: 'a selection in another Region',
      ...inTwoRegions({ Plan: BACKUP_PLAN, Selection: BACKUP_OF_EVERYTHING, Table: TABLE }, { Tested: writtenSelection() }),
      messages: [message('DynamoDB')],
    },
    { name: 'a selection of another type', ...backedUp({ Bucket: BUCKET, Table: TABLE, Tested: writtenSelection() }), messages: [message('S3')] },
  ],
  notApplicable: [
    { name: 'nothing is backed up', ...bothWays({ Table: TABLE }) },
    { name: 'a type that cannot be tested', ...backedUp({ Database: { Type: 'AWS::FSx::FileSystem', Properties: { FileSystemType: 'OPENZFS', SubnetIds: ['subnet-1'] } } }) },
  ],
  unknown: [{
    name: 'a type that is a parameter',
    ...backedUp({ Table: TABLE, Tested: writtenSelection({ ProtectedResourceType: GIVEN }) }),
    messages: ['plan \'gold\': whether restores of DynamoDB are tested is unknown.'],
  }],
});
