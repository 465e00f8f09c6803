const MINUTES: { readonly [unit: string]: number } = { minute: 1, hour: 60, day: 1440 };
const HOUR = 60;
const DAY = 1440;

/**
 * The cron expression that runs as often as a rate of an hour to a week, or undefined if cron cannot express it.
 *
 * @param at the hour of a schedule that runs once a day or less often
 */
export function cronOfRate(expression: string, at = '5'): string | undefined {
  const [, amount, unit = ''] = /^\s*rate\s*\(\s*(\d+)\s+(minute|hour|day)s?\s*\)\s*$/i.exec(expression) ?? [];
  const minutes = Number(amount) * MINUTES[unit.toLowerCase()];
  if (minutes === HOUR) { return 'cron(0 * ? * * *)'; }
  if (minutes === DAY) { return `cron(0 ${at} ? * * *)`; }
  if (minutes === 7 * DAY) { return `cron(0 ${at} ? * SUN *)`; }
  return minutes > HOUR && minutes % HOUR === 0 && DAY % minutes === 0 ? `cron(0 0/${minutes / HOUR} ? * * *)` : undefined;
}
