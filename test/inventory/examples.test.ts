import { EXAMPLES } from '../../scripts/examples';
import { type SynthesizedStack, synthesize } from '../../scripts/synthesis';
import { BackupInventory } from '../../src/inventory';
import { isKnown } from '../../src/values/unknown';

function inventoryOf(example: string): BackupInventory {
  return BackupInventory.of(synthesize(EXAMPLES[example]).map((stack: SynthesizedStack) => ({ ...stack, id: stack.name, stackName: stack.name })));
}

describe.each(Object.keys(EXAMPLES))('%s', (example) => {
  const inventory = inventoryOf(example);

  test('every resource is covered, except those with the tag for no backup', () => {
    expect(inventory.protectables.length).toBeGreaterThan(0);
    expect(inventory.protectables.map((resource) => inventory.coverageOf(resource).covered))
      .toEqual(inventory.protectables.map(({ tags }) => tags.values.get('backup') === 'none' ? 'no' : 'yes'));
  });

  test('every vault, plan and role is found', () => {
    expect(inventory.rules.map(({ target }) => target.kind)).toEqual(inventory.rules.map(() => 'inApp'));
    expect(inventory.copies.map(({ destination }) => destination.kind)).toEqual(inventory.copies.map(() => 'inApp'));
    expect(inventory.selections.every(({ plan, role }) => isKnown(plan) && isKnown(role))).toBe(true);
  });
});

test('the coverage in orders follows the tags', () => {
  const inventory = inventoryOf('orders');
  const reached = inventory.protectables.map((resource) => [
    resource.tags.values.get('backup'),
    inventory.coverageOf(resource).reaches.map(({ how }) => how),
  ]);

  expect(reached.map(([, how]) => how)).toEqual(reached.map(([tag]) => [`by '*' where tag backup=${String(tag)}`]));
  expect(inventory.protectables.map(({ address, tags }) => `${address.cfnType} ${String(tags.values.get('backup'))}`).sort()).toEqual([
    'AWS::DynamoDB::GlobalTable gold', 'AWS::DynamoDB::Table gold', 'AWS::EC2::Instance silver', 'AWS::EC2::Volume gold', 'AWS::EFS::FileSystem gold',
    'AWS::RDS::DBCluster gold', 'AWS::RDS::DBInstance gold', 'AWS::S3::Bucket gold',
  ]);
});
