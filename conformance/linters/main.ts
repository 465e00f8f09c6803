import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('linters');

// Only then what imports the packages
void start(programs.needs, ['aws-cdk-lib-latest', 'fast-check'], async (report) => (await import('./linters.js')).checkTemplates(report, programs));
