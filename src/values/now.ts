/**
 * The only place that reads the clock. Two checks depend on it: whether the years of a schedule are over, and whether the dates of a legal hold
 * are in the future. The code of both receives the time as an argument.
 */
export function now(): Date {
  return new Date();
}
