import type { BackupResourceType } from './backup-resource-type';
import { valueOf } from '../cdk/kinds';

export const resourceType = valueOf<BackupResourceType>('a BackupResourceType', '_rows', () => 'a constant such as BackupResourceType.DYNAMODB');
