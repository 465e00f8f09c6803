import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('workflows');

// Only then what imports the packages
void start(`${programs.needs} Needs Go too.`, ['yaml'], async (report) => (await import('./workflows.js')).checkWorkflows(report, programs));
