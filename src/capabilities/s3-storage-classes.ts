import { developerGuide } from './source';

/** Storage classes of S3, as lifecycle rules name them, whose objects AWS Backup does not back up. */
export const S3_CLASSES_WITHOUT_BACKUP = {
  classes: { GLACIER: 'S3 Glacier Flexible Retrieval', DEEP_ARCHIVE: 'S3 Glacier Deep Archive' } as Readonly<Record<string, string>>,
  source: developerGuide('s3-backups', '2026-01-01'),
} as const;
