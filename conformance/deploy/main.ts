import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('deploy');

void start(
  programs.needs, ['aws-cdk', '@aws-sdk/client-backup', '@aws-sdk/client-cloudformation', '@aws-sdk/client-kms', '@aws-sdk/client-sns'],
  // Import only after the check
  async (report) => (await import('./deployment.js')).checkDeployment(report, programs),
);
