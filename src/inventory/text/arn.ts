import { UNKNOWN_CHARACTER, type Part, type Text } from './text';
import { namesType } from '../../validation/selection/arn-forms';
import type { Answer } from '../../values/answer';
import { isPiece } from '../../values/fragments';
import { type Token, tokensOf } from '../../values/possible-matches';
import { UNKNOWN } from '../../values/unknown';

const HEAD = /^arn:([^:]*):([^:]*)/;

/** An ARN for comparisons. Its partition is left out, because a template can only name resources of its own partition. */
export class Arn {
  /** The ARN without its partition, see `Text.encoded`. All of the text if it does not have the form of an ARN. */
  public readonly body: string;
  /** Equal for ARNs of the same resource. Undefined if a part is unknown. */
  public readonly key: string | undefined;
  public readonly service: string | undefined;
  private readonly partition: string | undefined;
  private knownTokens?: readonly Token[];
  private literal?: boolean;

  constructor(public readonly text: Text) {
    const { encoded } = text;
    const [, partition, service] = HEAD.exec(encoded) ?? [];
    this.body = partition === undefined ? encoded : encoded.slice(`arn:${partition}:`.length);
    this.key = this.body.includes(UNKNOWN_CHARACTER) ? undefined : this.body;
    this.partition = isPlain(partition) ? partition : undefined;
    this.service = isPlain(service) ? service : undefined;
  }

  public inAnotherPartitionThan(other: Arn): boolean {
    return this.partition !== undefined && other.partition !== undefined && this.partition !== other.partition;
  }

  /** The parts from the service on. */
  public get parts(): readonly Part[] {
    const [first, ...others] = this.text.parts;
    if (typeof first !== 'string' || !this.text.encoded.startsWith('arn:')) { return this.text.parts; }
    if (this.partition !== undefined) { return [first.slice(`arn:${this.partition}:`.length), ...others]; }
    const service = others.findIndex((part) => typeof part === 'string' && part.startsWith(':'));
    return service < 0 ? this.text.parts : [(others[service] as string).slice(1), ...others.slice(service + 1)];
  }

  /** The characters and references of its parts. An ARN is compared with many patterns. */
  public get tokens(): readonly Token[] {
    return this.knownTokens ??= tokensOf({ parts: this.parts }, '');
  }

  /** Whether it has a resource part and a literal service. */
  public get namesType(): boolean {
    return namesType(this.body);
  }

  /** Whether all parts except the partition are known before deployment. */
  public get isLiteral(): boolean {
    return this.literal ??= this.parts.every((part) => typeof part === 'string');
  }
}

function isPlain(field: string | undefined): field is string {
  return field !== undefined && /^[a-z0-9-]+$/.test(field);
}

/** Whether two ARNs without their partitions name one resource. Certain if both are literal. */
export function sameArn(one: Text, other: Text): Answer {
  const [first, second] = [new Arn(one), new Arn(other)];
  if (first.key !== undefined && first.key === second.key) { return true; }
  return first.key !== undefined && second.key !== undefined && [...first.parts, ...second.parts].every(isFixed) ? false : UNKNOWN;
}

/** Whether no parameter, import, or attribute decides it, because two resources of the templates have two physical ids. */
function isFixed(part: Part): boolean {
  return typeof part === 'string' || isPiece(part);
}
