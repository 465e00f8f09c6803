import { describeCopiesOfTables } from './copies-of-tables';
import { dynamoDbCrossAccountCopy } from '../../../../src/checks/rules/dynamodb/dynamo-db-cross-account-copy';

describeCopiesOfTables(dynamoDbCrossAccountCopy, 'account');
