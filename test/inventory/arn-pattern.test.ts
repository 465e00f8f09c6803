import { Arn, sameArn } from '../../src/inventory/text/arn';
import { ArnPattern } from '../../src/inventory/text/arn-pattern';
import { type Part, type Reference, Text } from '../../src/inventory/text/text';
import { UNKNOWN } from '../../src/values/unknown';

const resource = (name: string): Reference => ({ kind: 'resource', key: `here/${name}`, name });
const TABLE = resource('Table');
const BUCKET = resource('Bucket');
const REGION: Reference = { kind: 'pseudo', key: 'here/AWS::Region', name: 'AWS::Region' };
const PARTITION: Reference = { kind: 'pseudo', key: 'here/AWS::Partition', name: 'AWS::Partition' };
const STAGE: Reference = { kind: 'parameter', key: 'here/Stage', name: 'Stage' };
const ID: Reference = { kind: 'attribute', key: 'here/Volume.Id', name: 'Volume.Id' };

const label = (parts: readonly Part[]) => Text.of(...parts).toString();
const matches = (pattern: readonly Part[], arn: readonly Part[]) => new ArnPattern(Text.of(...pattern)).matches(new Arn(Text.of(...arn)));
const ORDERS = ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders'];
const OF_TABLE = ['arn:aws:dynamodb:eu-west-1:111122223333:table/', TABLE];
const OF_BUCKET = ['arn:aws:s3:::', BUCKET];

type Row = readonly [answer: boolean | typeof UNKNOWN, pattern: readonly Part[], arn: readonly Part[]];
const ROWS: readonly Row[] = [
  [true, ['*'], ORDERS],
  [true, ['*'], [STAGE]],
  [true, ORDERS, ORDERS],
  [true, ['arn:aws:dynamodb:*:*:table/*'], ORDERS],
  [true, ['arn:aws:dynamodb:*:*:table/*'], OF_TABLE],
  [true, OF_TABLE, OF_TABLE],
  [false, ['arn:aws:dynamodb:*:*:table/o'], ORDERS],
  [false, ['arn:aws:dynamodb:*:*:table/*x'], ORDERS],
  [false, ['arn:aws-cn:dynamodb:*:*:table/*'], ORDERS],
  [false, ['arn:aws-cn:dynamodb:*:*:table/', STAGE], ORDERS],
  [true, ['arn:', PARTITION, ':dynamodb:*:*:table/*'], ORDERS],
  [true, ['arn:aws:dynamodb:*'], ['arn:', PARTITION, ':dynamodb:', REGION, ':111122223333:table/orders']],

  // A known service decides, even if the rest is unknown
  [false, OF_BUCKET, OF_TABLE],
  [false, ['arn:aws:s3:', STAGE], ['arn:aws:ec2:', STAGE]],
  [UNKNOWN, ['arn:aws:s3', STAGE], ['arn:aws:s3:::orders']],
  [UNKNOWN, ['arn:aws:', STAGE, '*'], OF_TABLE],

  // A name that is unknown before deployment can be any name
  [UNKNOWN, ORDERS, OF_TABLE],
  [UNKNOWN, OF_TABLE, ORDERS],
  [UNKNOWN, ['arn:aws:dynamodb:*:*:table/orders-*'], OF_TABLE],
  [UNKNOWN, ['arn:aws:dynamodb:*:*:table/*-orders'], OF_TABLE],
  [UNKNOWN, OF_BUCKET, ['arn:aws:s3:::orders']],
  [UNKNOWN, ['arn:aws:s3:::a', BUCKET, 'c'], ['arn:aws:s3:::abbc']],
  [false, ['arn:aws:s3:::a', BUCKET, 'c'], ['arn:aws:s3:::abb']],
  [false, ['arn:aws:s3:::a', BUCKET], ['arn:aws:s3:::bbb']],
  [false, ['arn:aws:s3:::abc', BUCKET], ['arn:aws:s3:::ab']],
  // but only one segment, and not the name of another resource
  [false, OF_BUCKET, ['arn:aws:s3:::orders/logs']],
  [false, ['arn:aws:dynamodb:eu-west-1:', BUCKET], ORDERS],
  [false, ['arn:aws:dynamodb:eu-west-1:111122223333:', BUCKET], ORDERS],
  [false, OF_BUCKET, ['arn:aws:s3:::', resource('Other')]],
  [false, ['arn:aws:s3:::x', BUCKET], ['arn:aws:s3:::', resource('Other')]],
  [false, ['arn:aws:s3:::', BUCKET, '/x'], ['arn:aws:s3:::', resource('Other')]],
  [UNKNOWN, ['arn:aws:s3:::', BUCKET, '-x'], ['arn:aws:s3:::orders-x']],
  [false, ['arn:aws:s3:::', BUCKET, '-x'], ['arn:aws:s3:::orders-y']],
  // of the account or the Region, and of a resource: unknown
  [UNKNOWN, ['arn:aws:s3:::', REGION], OF_BUCKET],
  [UNKNOWN, OF_BUCKET, ['arn:aws:s3:::', REGION]],
  [false, ['arn:aws:s3:::', REGION], ['arn:aws:s3:::a/b']],

  // A parameter or an attribute can have any value
  [UNKNOWN, ['arn:aws:ec2:', STAGE], ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-1']],
  [UNKNOWN, ['arn:aws:ec2:*:*:volume/', ID], ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-1']],
  [UNKNOWN, ['arn:aws:ec2:*:*:volume/vol-1'], ['arn:aws:ec2:eu-west-1:111122223333:volume/', ID]],
  [false, ['arn:aws:ec2:*:*:volume/', ID], ['arn:aws:ec2:eu-west-1:111122223333:instance/i-1']],
  [UNKNOWN, [STAGE], ORDERS],
  [UNKNOWN, [STAGE, 'orders'], ['arn:aws:s3:::', UNKNOWN, 'orders']],
  [false, [STAGE, 'x'], ['arn:aws:s3:::', UNKNOWN, 'orders']],
  [UNKNOWN, ['arn:aws:s3:::', UNKNOWN], OF_BUCKET],
  [UNKNOWN, ['arn:aws:s3:::', UNKNOWN], ['arn:aws:s3:::', UNKNOWN]],
  [false, ['arn:aws:s3:::a', UNKNOWN], ['arn:aws:s3:::b', UNKNOWN]],
  [UNKNOWN, ['arn:aws:s3:::', UNKNOWN, 'a'], ['arn:aws:s3:::b', UNKNOWN]],
  [UNKNOWN, ['arn:aws:s3:::', UNKNOWN, 'ab'], ['arn:aws:s3:::', BUCKET, 'b']],
  [UNKNOWN, ['arn:aws:s3:::a*', UNKNOWN, 'c'], ['arn:aws:s3:::abc']],
  [false, ['arn:aws:s3:::a', UNKNOWN, 'c'], ['arn:aws:s3:::ab']],
  // both ends are needed
  [false, ['arn:aws:s3:::aa', UNKNOWN, 'aa'], ['arn:aws:s3:::aaa']],
  [UNKNOWN, ['arn:aws:s3:::aa', UNKNOWN, 'aa'], ['arn:aws:s3:::aaaa']],
];

test.each(ROWS.map((row) => [row[0], label(row[1]), label(row[2]), row] as const))('%p: whether %s matches %s', (answer, _pattern, _arn, [, pattern, arn]) => {
  expect(matches(pattern, arn)).toBe(answer);
});

test.each([
  ['arn:aws:s3:::*', false, true],
  ['*', true, true],
  ['arn:aws:s3:::orders', false, false],
])('%s matches everything: %p, has a wildcard: %p', (text, matchesAll, hasWildcard) => {
  expect(new ArnPattern(Text.of(text))).toMatchObject({ matchesAll, hasWildcard });
});

describe('an ARN', () => {
  const read = (...parts: readonly Part[]) => {
    const { service, body, key, isLiteral, parts: below } = new Arn(Text.of(...parts));
    return { service, body, key: key === body ? 'the body' : key, isLiteral, parts: label(below) };
  };

  test('is read from the service on', () => {
    expect(read('arn:aws:s3:::orders')).toEqual({ service: 's3', body: 's3:::orders', key: 'the body', isLiteral: true, parts: 's3:::orders' });
  });

  test('can be of a partition that is unknown before deployment', () => {
    expect(read('arn:', PARTITION, ':s3:::orders')).toEqual({ service: 's3', body: 's3:::orders', key: 'the body', isLiteral: true, parts: 's3:::orders' });
    expect(read('arn:', PARTITION, ':s3:::', BUCKET)).toMatchObject({ service: 's3', isLiteral: false, parts: 's3:::${Bucket}' });
  });

  test('has no known service if it is unknown before deployment', () => {
    expect(read('arn:aws:', STAGE, ':x')).toMatchObject({ service: undefined, isLiteral: false, parts: '${Stage}:x' });
    expect(read('arn:', PARTITION, STAGE, ':s3')).toMatchObject({ service: 's3', parts: 's3' });
    expect(read('arn:', PARTITION)).toMatchObject({ service: undefined, parts: 'arn:${AWS::Partition}' });
  });

  test('is the whole text if it is not an ARN', () => {
    expect(read('orders')).toEqual({ service: undefined, body: 'orders', key: 'the body', isLiteral: true, parts: 'orders' });
    expect(read(STAGE, ':aws:s3')).toMatchObject({ service: undefined, parts: '${Stage}:aws:s3' });
    expect(read('not-arn:', PARTITION, ':s3:::orders')).toMatchObject({ service: undefined, parts: 'not-arn:${AWS::Partition}:s3:::orders' });
  });

  test('has no key if a part is unknown', () => {
    expect(read('arn:aws:s3:::', UNKNOWN)).toMatchObject({ key: undefined, isLiteral: false });
  });

  test.each<[ReturnType<typeof sameArn>, readonly Part[], readonly Part[]]>([
    [true, ['arn:aws:s3:::orders'], ['arn:aws:s3:::orders']],
    [true, ['arn:', PARTITION, ':s3:::orders'], ['arn:aws:s3:::orders']],
    [true, OF_BUCKET, OF_BUCKET],
    [true, ['arn:aws:s3:::', STAGE], ['arn:aws:s3:::', STAGE]],
    [false, ['arn:aws:s3:::orders'], ['arn:aws:s3:::other']],
    [false, OF_BUCKET, ['arn:aws:s3:::', resource('Other')]],
    [false, OF_BUCKET, ['arn:aws:s3:::', REGION]],
    [UNKNOWN, OF_BUCKET, ['arn:aws:s3:::', STAGE]],
    [UNKNOWN, ['arn:aws:s3:::', ID], OF_BUCKET],
    [UNKNOWN, ['arn:aws:s3:::', UNKNOWN], ['arn:aws:s3:::', UNKNOWN]],
    [UNKNOWN, ['arn:aws:s3:::', UNKNOWN], ['arn:aws:s3:::orders']],
    [UNKNOWN, ['arn:aws:s3:::orders'], ['arn:aws:s3:::', UNKNOWN]],
  ])('is the same: %p, case %#', (answer, one, other) => {
    expect(sameArn(Text.of(...one), Text.of(...other))).toBe(answer);
  });
});
