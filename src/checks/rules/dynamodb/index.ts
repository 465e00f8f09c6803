import { dynamoDbColdStorage } from './dynamo-db-cold-storage';
import { dynamoDbCrossAccountCopy } from './dynamo-db-cross-account-copy';
import { dynamoDbCrossRegionCopy } from './dynamo-db-cross-region-copy';
import { dynamoDbVaultKey } from './dynamo-db-vault-key';
import type { Rule } from '../../rule';

export const DYNAMODB_RULES: readonly Rule[] = [
  dynamoDbColdStorage,
  dynamoDbCrossAccountCopy,
  dynamoDbCrossRegionCopy,
  dynamoDbVaultKey,
];
