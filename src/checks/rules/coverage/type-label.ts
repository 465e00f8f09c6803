import type { Protectable } from '../../../inventory';

/** The same words for all resources of a type, such as `DynamoDB table`. */
export function typeLabel({ rows, address }: Protectable): string {
  const kinds = rows.filter(({ variantOf }) => !variantOf);
  return kinds.length === 1 ? kinds[0].title.replace(/^(Amazon|AWS) /, '').replace(/,.*$/, '') : address.cfnType;
}
