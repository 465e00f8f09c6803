import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('linters');

// Import only after the check
void start(programs.needs, ['aws-cdk-lib-latest', 'fast-check'], async (report) => (await import('./linters.js')).checkTemplates(report, programs));
