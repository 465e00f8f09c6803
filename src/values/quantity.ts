/** `1 day`, `7 days`. */
export function count(amount: number, unit: string): string {
  return amount === 1 ? `1 ${unit.replace(/s$/, '')}` : `${amount} ${unit}`;
}
