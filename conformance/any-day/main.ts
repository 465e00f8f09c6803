import { NEEDS } from './faketime';
import { start } from '../report';

void start(
  NEEDS, ['jest', 'tsx', 'projen'],
  // Import only after the check
  async (report) => (await import('./any-day.js')).checkAnyDay(report),
);
