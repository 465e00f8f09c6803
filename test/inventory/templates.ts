import * as fc from 'fast-check';
import { resources } from './resources';
import { idOf, value } from './values';
import type { TemplateSource } from '../../src/inventory';

export { properties, value } from './values';

const CONDITION = fc.oneof(
  fc.tuple(fc.constantFrom('Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not'), fc.array(fc.oneof(value, fc.constantFrom('C0', 'C1', 'C2').map((name) => ({ Condition: name }))), { maxLength: 3 }))
    .map(([name, argument]) => ({ [name]: argument })),
  value,
);

const TEMPLATE = fc.record({
  Resources: resources,
  Parameters: fc.record({ Open: value, Closed: fc.record({ Type: fc.constantFrom<unknown>('String', 'Number', 'CommaDelimitedList', 3), Default: value }) }, { requiredKeys: [] }),
  Mappings: value,
  Conditions: fc.record({ C0: CONDITION, C1: CONDITION, C2: CONDITION }, { requiredKeys: [] }),
  Outputs: fc.oneof(fc.record({ Out: fc.record({ Value: value, Export: value }) }), value),
}, { requiredKeys: ['Resources'] });

/** A template with resources of every kind that the inventory reads, somewhere. */
export const templateSource: fc.Arbitrary<TemplateSource> = fc.record({
  id: fc.constantFrom('A', 'B', 'C'),
  template: TEMPLATE,
  account: fc.constantFrom(undefined, '111122223333', '444455556666'),
  region: fc.constantFrom(undefined, 'eu-central-1', 'eu-west-1', 'nowhere'),
  application: fc.constantFrom(undefined, 'Test', 'Prod'),
  parent: fc.constantFrom(undefined, { id: 'A', logicalId: idOf('AWS::CloudFormation::Stack') }, { id: 'B', logicalId: idOf('AWS::CloudFormation::Stack') }),
  parameters: fc.constantFrom<TemplateSource['parameters']>(undefined, { Open: 'x' }, { Open: ['a', { Ref: 'Open' }] }),
});
