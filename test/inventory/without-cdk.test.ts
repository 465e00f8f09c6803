import { BackupInventory } from '../../src/inventory';

jest.mock('aws-cdk-lib', () => { throw new Error('aws-cdk-lib was loaded'); });
jest.mock('constructs', () => { throw new Error('constructs was loaded'); });

test('the inventory does not load the CDK', () => {
  expect(BackupInventory.of([]).protectables).toEqual([]);
});
