import { ENV, inventoryOf, source } from './sources';
import { type TemplateSource, Text } from '../../src/inventory';
import { UNKNOWN } from '../../src/values/unknown';

const key = (properties: object = {}, more: object = {}) => ({ Type: 'AWS::KMS::Key', Properties: properties, ...more });
const alias = (name: unknown, target: unknown = { Ref: 'Key' }) => ({ Type: 'AWS::KMS::Alias', Properties: { AliasName: name, TargetKeyId: target } });
const vault = (EncryptionKeyArn?: unknown) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn } });
const PARAMETERS = { sections: { Parameters: { Given: { Type: 'String' } } } };

/** The logical id of the key that a vault names. */
function keyOfVault(EncryptionKeyArn: unknown, others: Record<string, unknown>, ...sources: readonly TemplateSource[]) {
  const inventory = inventoryOf(source({ Vault: vault(EncryptionKeyArn), ...others }, PARAMETERS), ...sources);
  const [{ key: text, environment }] = inventory.vaults;
  const found = inventory.keyNamed(text, environment);
  return found === undefined || found === UNKNOWN ? found : found.address.logicalId;
}

describe('the key that a vault names', () => {
  test.each<[string, unknown]>([
    ['by its ARN', { 'Fn::GetAtt': ['Key', 'Arn'] }],
    ['by an ARN that is put together', { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}' }],
    ['by its id', { Ref: 'Key' }],
    ['by the attribute of the id', { 'Fn::GetAtt': 'Key.KeyId' }],
    ['by an alias', { Ref: 'Alias' }],
    ['by the name of an alias', 'alias/orders'],
    ['by the ARN of an alias', `arn:aws:kms:${ENV.region}:${ENV.account}:alias/orders`],
  ])('%s', (_, text) => {
    expect(keyOfVault(text, { Other: key(), Key: key(), Alias: alias('alias/orders') })).toBe('Key');
  });

  test.each<[string, unknown, unknown]>([
    ['of no template', `arn:aws:kms:${ENV.region}:${ENV.account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`, UNKNOWN],
    ['of a parameter', { Ref: 'Given' }, UNKNOWN],
    ['of the alias of another Region', `arn:aws:kms:us-east-1:${ENV.account}:alias/orders`, UNKNOWN],
    ['of the service', 'alias/aws/backup', UNKNOWN],
    ['that is left out', undefined, undefined],
  ])('%s', (_, text, expected) => {
    expect(keyOfVault(text, { Key: key(), Alias: alias('alias/orders') })).toBe(expected);
  });

  test('an alias that two have, or whose target is a parameter', () => {
    expect(keyOfVault('alias/orders', { Key: key(), Alias: alias('alias/orders'), Second: alias('alias/orders') })).toBe(UNKNOWN);
    expect(keyOfVault('alias/orders', { Key: key(), Alias: alias('alias/orders', { Ref: 'Given' }) })).toBe(UNKNOWN);
  });

  test('a replica', () => {
    expect(keyOfVault({ 'Fn::GetAtt': ['Replica', 'Arn'] }, { Replica: { Type: 'AWS::KMS::ReplicaKey', Properties: {} } })).toBe('Replica');
  });

  test('the export of another stack', () => {
    const exporting = source({ Shared: key() }, {
      id: 'Keys', sections: { Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Shared', 'Arn'] }, Export: { Name: 'key' } } } },
    });
    expect(keyOfVault({ 'Fn::ImportValue': 'key' }, { Key: key() }, exporting)).toBe('Shared');
  });
});

describe('a key', () => {
  const read = (properties: object, more: object = {}) => inventoryOf(source({ Key: key(properties, more) }, PARAMETERS)).keys[0];

  test.each<[object, unknown, unknown]>([
    [{}, true, false], [{ EnableKeyRotation: 'true' }, true, true], [{ EnableKeyRotation: { Ref: 'Given' } }, true, UNKNOWN], [{ KeySpec: 'RSA_4096' }, false, false],
    [{ Origin: 'EXTERNAL' }, false, false], [{ KeySpec: 'SYMMETRIC_DEFAULT', Origin: 'AWS_KMS' }, true, false], [{ Origin: { Ref: 'Given' } }, UNKNOWN, false],
  ])('%j: can it rotate, and does it', (properties, canRotate, rotates) => {
    expect(read(properties)).toMatchObject({ canRotate, rotates });
  });

  test.each<[unknown, unknown]>([[undefined, false], ['Delete', false], ['Retain', true], ['RetainExceptOnCreate', true], [{ Ref: 'Given' }, UNKNOWN]])(
    'with the DeletionPolicy %j', (DeletionPolicy, retained) => {
      expect(read({}, { DeletionPolicy })).toMatchObject({ retained });
    });

  test('the days of its deletion', () => {
    expect([read({}), read({ PendingWindowInDays: '7' }), read({ PendingWindowInDays: { Ref: 'Given' } })].map(({ deletionWindow }) => deletionWindow)).toEqual([undefined, 7, UNKNOWN]);
  });

  test('the default policy, which lets its account decide', () => {
    expect(read({}).policy).toMatchObject({
      statements: [{
        effect: 'Allow',
        principals: { items: [{ kind: 'AWS', name: Text.of(`arn:aws:iam::${ENV.account}:root`) }] },
        actions: { items: ['kms:*'] },
      }],
    });
  });

  test('a policy that is a parameter', () => {
    expect(read({ KeyPolicy: { Ref: 'Given' } }).policy).toBe(UNKNOWN);
  });
});
