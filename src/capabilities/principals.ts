import { apiModel, developerGuide } from './source';

/** The service that assumes roles, publishes to topics and reads tags for backups. */
export const BACKUP_SERVICE = { principal: 'backup.amazonaws.com', source: developerGuide('iam-service-roles', '2026-01-01') } as const;

/** A role by its ARN: the partition and the account are groups. */
export const ROLE_ARN = {
  pattern: /^arn:([^:]+):iam::(\d{12}):role\/.+$/,
  source: { page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html', asOf: '2026-11-21' },
} as const;

/** Only AWS services create roles in these paths. Those of IAM Identity Center have the Region after `sso`, unless it is us-east-1. */
export const RESERVED_ROLE_PATHS = {
  paths: ['aws-reserved/', 'aws-service-role/'],
  sso: 'aws-reserved/sso.amazonaws.com/',
  source: { page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html', asOf: '2026-01-01' },
} as const;

export const ACCOUNT_ID = { pattern: /^\d{12}$/, label: 'account ids of 12 digits', source: apiModel('AccountId') } as const;
