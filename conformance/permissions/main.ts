import { start } from '../report';

void start(
  'Needs only the packages of `npm ci`: no AWS account, and no network.', ['@cloud-copilot/iam-simulate'],
  // Import only after the check
  async (report) => (await import('./permissions.js')).checkPermissions(report),
);
