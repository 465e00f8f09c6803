import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('drift');

// Import only after the check
void start(programs.needs, ['@aws-sdk/client-backup', 'aws-cdk-lib-latest', 'fzstd'], async (report) => (await import('./drift.js')).checkDrift(report, programs));
