import { Programs } from '../programs';
import { start } from '../report';

const programs = new Programs('yaml');

// Only then what imports the packages
void start(programs.needs, ['fast-check', 'yaml'], async (report) => (await import('./differential.js')).compareWithPyYaml(report, programs));
