import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('yaml');

// Import only after the check
void start(programs.needs, ['fast-check', 'yaml'], async (report) => (await import('./differential.js')).compareWithPyYaml(report, programs));
