import type { ReachedTable } from './reached-tables';
import type { Address, Protectable } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import type { CheckOptions } from '../../check-options';
import type { Level, Outcome } from '../../rule';
import { fault, unknown } from '../../rule';
import { seenFrom } from '../../seen-from';

/** Something that plans ask for and that tables have with advanced features only. */
export interface AdvancedFeature {
  readonly address: Address;
  /** As in `rule 'daily' copies to another Region`. */
  readonly subject: string;
  readonly applies: Answer;
  /** As in `no copy of a table is made`. */
  readonly consequence: string;
  /** As in `or take tables by a plan without such copies`. */
  readonly otherwise: string;
  readonly tables: readonly ReachedTable[];
  /** Where the account is stated not to have them. */
  readonly level: Level;
}

/** Whether an account has them no template shows: see `dynamoDbAdvancedFeatures`. */
export function withoutAdvancedFeatures(feature: AdvancedFeature, { dynamoDbAdvancedFeatures: stated }: CheckOptions): Outcome[] {
  const { address, subject, applies, consequence, otherwise, tables, level } = feature;
  if (stated === true || applies === false || tables.length === 0) { return []; }
  const certain = tables.filter((each) => each.certain);
  if (applies === UNKNOWN || certain.length === 0) {
    return [unknown(address, `whether ${subject} and takes ${tablesInWords(tables, address)} cannot be known`)];
  }
  const reason = stated === false ? 'the account has no advanced features of AWS Backup for DynamoDB, without which'
    : 'whether the account has the advanced features of AWS Backup for DynamoDB is not stated, and without them';
  return [fault(
    address,
    `${subject} and takes ${tablesInWords(certain, address)}: ${reason} ${consequence}; `
    + `turn them on and state 'dynamoDbAdvancedFeatures', ${otherwise}`,
    stated === false ? level : 'warning',
  )];
}

const NAMED = 3;

function tablesInWords(tables: readonly ReachedTable[], here: Address): string {
  const named = tables.slice(0, NAMED).map(({ table, how }) => `${nameOf(table, here)} (${how})`);
  const others = tables.length - named.length;
  return `${tables.length === 1 ? 'the table' : 'the tables'} ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

function nameOf({ properties, address }: Protectable, here: Address): string {
  const name = properties.get('TableName').string();
  return seenFrom(here, address, isKnown(name) ? `'${name}'` : address.logicalId);
}
