import type { Attempt } from '../attempt';
import { ANONYMOUS, STRANGE_ACCOUNT, administrator, inTheClear, service, sessionOf, where } from '../callers';
import type { Governed } from '../policies';

const isRecorders = ({ name }: Governed) => name.startsWith('options/Recorded/');
const object = (bucket: Governed) => `${bucket.arn}/AWSLogs/${bucket.account}/Config/object`;
const role: Attempt['who'] = (_, all) => sessionOf(all.find(({ kind, name }) => kind === 'role' && name.startsWith('options/Recorded/'))!);

export const AT_BUCKETS: readonly Attempt[] = [
  { on: 'bucket', does: 's3:GetObject', to: object, who: ({ account }) => administrator(account), verdict: 'Allowed' },
  { on: 'bucket', does: 's3:GetObject', to: object, who: ({ account }) => inTheClear(administrator(account)), verdict: 'ExplicitlyDenied' },
  { on: 'bucket', does: 's3:ListBucket', who: ({ account }) => inTheClear(administrator(account)), verdict: 'ExplicitlyDenied' },
  ...['s3:GetObject', 's3:PutObject', 's3:DeleteObject'].flatMap((does): Attempt[] => [
    { on: 'bucket', does, to: object, who: () => administrator(STRANGE_ACCOUNT), verdict: 'ImplicitlyDenied' },
    { on: 'bucket', does, to: object, who: () => ANONYMOUS, verdict: 'ImplicitlyDenied' },
    { on: 'bucket', does, to: object, who: () => service('backup'), verdict: 'ImplicitlyDenied' },
  ]),

  // AWS Config delivers with its role
  { on: 'bucket', which: isRecorders, does: 's3:PutObject', to: object, who: role, context: { 's3:x-amz-acl': 'bucket-owner-full-control', 's3:TlsVersion': '1.2' }, verdict: 'Allowed' },
  { on: 'bucket', which: isRecorders, does: 's3:PutObject', to: object, who: role, context: { 's3:x-amz-acl': 'private', 's3:TlsVersion': '1.2' }, verdict: 'ImplicitlyDenied' },
  { on: 'bucket', which: isRecorders, does: 's3:DeleteObject', to: object, who: role, verdict: 'ImplicitlyDenied' },
  { on: 'bucket', which: isRecorders, does: 's3:PutObject', to: object, who: ({ account }) => service('config', { account }), verdict: 'ImplicitlyDenied' },
  {
    on: 'bucket',
    which: isRecorders,
    does: 's3:GetObject',
    to: object,
    who: ({ account }) => where(administrator(account), 'with TLS 1.1', { 's3:TlsVersion': '1.1' }),
    verdict: 'ExplicitlyDenied',
  },
];
