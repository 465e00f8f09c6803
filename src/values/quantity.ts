/** `1 day`, `7 days`. */
export function count(amount: number, unit: string): string {
  return amount === 1 ? `1 ${unit.replace(/s$/, '')}` : `${amount} ${unit}`;
}

const LARGER: Readonly<Record<string, readonly (readonly [unit: string, size: number])[]>> = { minutes: [['days', 1440], ['hours', 60]], hours: [['days', 24]] };

/** `480 minutes (8 hours)`, `24 hours (1 day)`; in the unit alone if it is a part of every larger one. */
export function withLargerUnit(amount: number, unit: string): string {
  const [larger, size] = LARGER[unit]?.find(([, each]) => amount % each === 0) ?? [];
  return larger === undefined ? count(amount, unit) : `${count(amount, unit)} (${count(amount / size!, larger)})`;
}
