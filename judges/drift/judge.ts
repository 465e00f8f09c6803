import { start } from '../report';

void start(
  'Needs a Python that has botocore (npm run test:drift -- <python>), and the packages of `npm ci`; no AWS account.',
  ['@aws-sdk/client-backup', 'aws-cdk-lib-latest', 'fzstd'],
  // Only then what imports them
  async (report) => (await import('./drift.js')).judgeDrift(report, process.argv[2] ?? 'python3'),
);
