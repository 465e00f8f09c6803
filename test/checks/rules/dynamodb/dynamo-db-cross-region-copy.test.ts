import { copiesOfTables } from './copies-of-tables';
import { dynamoDbCrossRegionCopy } from '../../../../src/checks/rules/dynamodb/dynamo-db-cross-region-copy';
import { describeRule } from '../../rule-cases';

describeRule(dynamoDbCrossRegionCopy, copiesOfTables('Region'));
