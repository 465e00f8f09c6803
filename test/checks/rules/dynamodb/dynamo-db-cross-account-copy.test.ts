import { copiesOfTables } from './copies-of-tables';
import { dynamoDbCrossAccountCopy } from '../../../../src/checks/rules/dynamodb/dynamo-db-cross-account-copy';
import { describeRule } from '../../rule-cases';

describeRule(dynamoDbCrossAccountCopy, copiesOfTables('account'));
