import { describeCopiesOfTables } from './copies-of-tables';
import { dynamoDbCrossRegionCopy } from '../../../../src/checks/rules/dynamodb/dynamo-db-cross-region-copy';

describeCopiesOfTables(dynamoDbCrossRegionCopy, 'Region');
