/**
 * The only place that reads the clock. Only two questions depend on it: whether the years of a schedule are over, and whether the dates
 * of a legal hold lie in the future. The code that answers them takes the moment as an argument.
 */
export function now(): Date {
  return new Date();
}
