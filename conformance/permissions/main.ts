import { start } from '../report';

void start(
  'Needs the packages of `npm ci`, and nothing else: no AWS account, no network.', ['@cloud-copilot/iam-simulate'],
  // Only then what imports them
  async (report) => (await import('./permissions.js')).checkPermissions(report),
);
