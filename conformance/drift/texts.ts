import { type ApiModel, textOf } from './aws/api-model';
import { type Limit, LIMITS } from '../../src/capabilities/limits';

const SHAPE = /^AWS Backup API model [\d-]+, (\w+) /;
const WORDS: Readonly<Record<number, RegExp>> = { 1: /\bone\b/i };

export interface StatedNumber {
  /** A limit, and one of its numbers. */
  readonly what: string;
  readonly isStated: boolean;
}

/** Checks that the texts or bounds of the API model have the numbers of limits that name the model as their source. */
export function numbersOfTheModel(model: ApiModel): StatedNumber[] {
  return Object.entries(LIMITS as Readonly<Record<string, Limit>>).flatMap(([name, { source, min, max, default: preset }]) => {
    const shape = SHAPE.exec(source.page)?.[1];
    if (shape === undefined) { return []; }
    const text = textOf(model, shape);
    return Object.entries({ min, max, default: preset }).flatMap(([which, number]) => number === undefined ? [] : [{
      what: `LIMITS.${name} ${which} ${number} (${shape})`,
      isStated: new RegExp(`(?<![\\d.])${number}(?![\\d.]*\\d)`).test(text) || (WORDS[number]?.test(text) ?? false),
    }]);
  });
}
