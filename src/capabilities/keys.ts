import type { Source } from './source';

const KEYS: Source = { page: 'https://docs.aws.amazon.com/kms/latest/developerguide', asOf: '2026-01-01' };

/** The aliases of the keys that AWS services create and use for an account. */
export const AWS_MANAGED_ALIASES = {
  prefix: 'alias/aws/',
  source: { ...KEYS, page: `${KEYS.page}/kms-alias.html` },
} as const;

/** The keys that AWS KMS can rotate every year: `EnableKeyRotation` is refused for any other. A replica is rotated with its primary key. */
export const ROTATABLE_KEY = {
  keySpec: 'SYMMETRIC_DEFAULT',
  origin: 'AWS_KMS',
  source: { ...KEYS, page: `${KEYS.page}/rotate-keys.html` },
} as const;

/** The days between the call that deletes a key and its deletion. They are the only time in which the deletion can be stopped. */
export const KEY_DELETION_WINDOW = {
  min: 7,
  max: 30,
  default: 30,
  source: { ...KEYS, page: `${KEYS.page}/deleting-keys.html` },
} as const;

/** What a key without a policy allows: its account, which then decides with the policies of its identities. */
export const DEFAULT_KEY_POLICY = {
  actions: 'kms:*',
  source: { ...KEYS, page: `${KEYS.page}/key-policy-default.html` },
} as const;
