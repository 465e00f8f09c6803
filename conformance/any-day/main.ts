import { NEEDS } from './faketime';
import { start } from '../report';

void start(
  NEEDS, ['jest', 'tsx', 'projen'],
  // Only then what imports them
  async (report) => (await import('./any-day.js')).checkAnyDay(report),
);
