import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('workflows');

// Import only after the check
void start(`${programs.needs} Also needs Go.`, ['yaml'], async (report) => (await import('./workflows.js')).checkWorkflows(report, programs));
