import type { ReachedTable } from './reached-tables';
import type { Address, Protectable } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import type { CheckOptions } from '../../check-options';
import { type Level, type Outcome, fault, unknown } from '../../rule';
import { seenFrom } from '../../seen-from';

/** A feature that plans use and that tables support only with advanced features. */
export interface AdvancedFeature {
  readonly address: Address;
  /** The start of a sentence about the tables, such as `rule 'daily' copies to another Region and selects`. */
  readonly subject: string;
  readonly applies: Answer;
  /** Such as `AWS Backup does not copy tables`. */
  readonly consequence: string;
  /** Such as `or select tables for a plan without these copies`. */
  readonly otherwise: string;
  /** Set if the account is stated not to have them. */
  readonly level: Level;
  /** Is called if the feature might apply. */
  tables(): readonly ReachedTable[];
}

/** No template shows whether an account has them: see `dynamoDbAdvancedFeatures`. */
export function withoutAdvancedFeatures(feature: AdvancedFeature, { dynamoDbAdvancedFeatures: stated }: CheckOptions): Outcome[] {
  const { address, subject, applies, consequence, otherwise, level } = feature;
  const tables = stated === true || applies === false ? [] : feature.tables();
  if (tables.length === 0) { return []; }
  const certain = tables.filter((each) => each.certain);
  if (applies === UNKNOWN || certain.length === 0) {
    return [unknown(address, `Whether ${subject} ${tablesLabel(tables, address)} is unknown.`)];
  }
  const reason = stated === false ? 'The account has no advanced features of AWS Backup for DynamoDB. Without them,'
    : 'Whether the account has the advanced features of AWS Backup for DynamoDB is unknown. Without them,';
  return [fault(
    address,
    new Problem('advanced-features', `${subject} ${tablesLabel(certain, address)}. ${reason} ${consequence}. `
      + `Turn them on and set 'dynamoDbAdvancedFeatures', ${otherwise}.`),
    stated === false ? level : 'warning',
  )];
}

const NAMED = 3;

function tablesLabel(tables: readonly ReachedTable[], here: Address): string {
  const named = tables.slice(0, NAMED).map(({ table, how }) => `${nameOf(table, here)} (${how})`);
  const others = tables.length - named.length;
  return `${tables.length === 1 ? 'the table' : 'the tables'} ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}

function nameOf({ properties, address }: Protectable, here: Address): string {
  const name = properties.get('TableName').string();
  return seenFrom(here, address, isKnown(name) ? `'${name}'` : address.logicalId);
}
