import { type KeyProperty, type KEY_PROPERTIES, keyPropertyOf } from '../../capabilities/key-properties';
import { AWS_MANAGED_ALIASES } from '../../capabilities/keys';
import type { ProtectedCfnType } from '../../capabilities/resource-types';
import { type Value, UNKNOWN } from '../../values/unknown';
import type { Encryption, KeyKind } from '../entities';
import type { Property } from '../property';
import type { Text } from '../text/text';

type Reader = (properties: Property) => Encryption;

const NOT_READ: Encryption = { encrypted: UNKNOWN, key: UNKNOWN, keyKind: UNKNOWN };
const notRead: Reader = () => NOT_READ;

/** The types whose key is not one property. */
const READERS = new Map<string, Reader>(Object.entries({
  'AWS::CloudFormation::Stack': notRead,
  // `replicaEncryption` reads each replica
  'AWS::DynamoDB::GlobalTable': notRead,
  'AWS::DynamoDB::Table': tableEncryption,
  'AWS::Serverless::SimpleTable': tableEncryption,
  'AWS::EKS::Cluster': notRead,
  // a volume has the key of its file system
  'AWS::FSx::Volume': notRead,
  'AWS::S3::Bucket': bucketEncryption,
  'AWS::SystemsManagerSAP::Application': notRead,
  // the key is a property of the database
  'AWS::Timestream::Table': notRead,
} satisfies Record<Exclude<ProtectedCfnType, keyof typeof KEY_PROPERTIES>, Reader>));

export function encryptionOf(cfnType: string, properties: Property): Encryption {
  const row = keyPropertyOf(cfnType);
  return row === undefined ? READERS.get(cfnType)?.(properties) ?? NOT_READ : byProperty(row, properties);
}

/** Without its flag, encryption can depend on a setting of the account, or on a source, whose key is used as well. Each volume of an instance has its own key. */
function byProperty({ name, in: list, flag, inheritsFrom, otherwise }: KeyProperty, properties: Property): Encryption {
  if (list !== undefined) { return NOT_READ; }
  const key = properties.get(name).text();
  const inherits = inheritsFrom.some((source) => properties.get(source).isPresent !== false);
  const leftOut = flag?.leftOut !== undefined && key === undefined && !inherits ? flag.leftOut : UNKNOWN;
  return {
    encrypted: flag === undefined || (properties.get(flag.name).boolean() ?? leftOut),
    key,
    keyKind: keyKind(key, inherits ? UNKNOWN : otherwise?.kind ?? UNKNOWN),
  };
}

/** The key of a global table is that of its replica. */
export function replicaEncryption(properties: Property, replica: Property): Encryption {
  return tableKey(properties, replica.get('SSESpecification').get('KMSMasterKeyId').text());
}

function tableEncryption(properties: Property): Encryption {
  return tableKey(properties, properties.get('SSESpecification').get('KMSMasterKeyId').text());
}

/** A table is always encrypted. The specification replaces the AWS owned key by a key in the account. */
function tableKey(properties: Property, key: Value<Text>): Encryption {
  const enabled = properties.get('SSESpecification').get('SSEEnabled').boolean() ?? false;
  if (enabled === UNKNOWN) { return { encrypted: true, key, keyKind: UNKNOWN }; }
  return { encrypted: true, key, keyKind: enabled ? keyKind(key, 'awsManaged') : 'awsOwned' };
}

function bucketEncryption(properties: Property): Encryption {
  const rules = properties.get('BucketEncryption').get('ServerSideEncryptionConfiguration').items();
  if (rules === UNKNOWN) { return { ...NOT_READ, encrypted: true }; }
  const byDefault = rules?.[0]?.get('ServerSideEncryptionByDefault');
  const algorithm = byDefault?.get('SSEAlgorithm').string() ?? 'AES256';
  const key = byDefault?.get('KMSMasterKeyID').text();
  if (algorithm === UNKNOWN) { return { encrypted: true, key, keyKind: UNKNOWN }; }
  return { encrypted: true, key, keyKind: algorithm === 'AES256' ? 'awsOwned' : keyKind(key, 'awsManaged') };
}

/** The owner of the key. A parameter can contain any key. */
export function keyKind<T>(key: Value<Text>, otherwise: T): T | KeyKind | typeof UNKNOWN {
  if (key === undefined) { return otherwise; }
  if (key === UNKNOWN) { return UNKNOWN; }
  if (key.parts.some((part) => typeof part === 'string' && part.includes(AWS_MANAGED_ALIASES.prefix))) { return 'awsManaged'; }
  return key.key === undefined || key.parts.some((part) => typeof part !== 'string' && part !== UNKNOWN && part.kind === 'parameter')
    ? UNKNOWN
    : 'customerManaged';
}
