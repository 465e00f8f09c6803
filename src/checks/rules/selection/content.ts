import type { Property, Selection, Text } from '../../../inventory';
import { arnFormProblems } from '../../../validation/selection/resource-arns';
import { isPiece } from '../../../values/fragments';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';

/** A property of a selection. */
export function contentOf({ properties }: Selection, name: string): Property {
  return properties.get('BackupSelection').get(name);
}

/** The ARNs for the predicates. Unknown parts are written in braces, so that the form can still be checked. */
export function readable(arns: Value<readonly Value<Text>[]>): Value<string>[] {
  return isKnown(arns) ? arns.map((arn) => (isKnown(arn) ? readableArn(arn) : arn)) : [];
}

/** Unknown parts can contain colons. If the rest does not have the form of an ARN, only a start that no ARN has is certain. */
function readableArn(arn: Text): Value<string> {
  if (arn.literal !== undefined) { return arn.literal; }
  const string = written(arn);
  const [first] = arn.parts;
  const isId = arn.parts.length === 1 && typeof first === 'object' && first.kind === 'resource';
  const isCertain = isId || arn.parts.every((part) => typeof part === 'string' || isPiece(part)) || (typeof first === 'string' && !first.startsWith('arn'));
  return typeof first !== 'string' && !isId ? UNKNOWN : isCertain || arnFormProblems('', [string]).length === 0 ? string : UNKNOWN;
}

/** Without the colons of pseudo parameters, which would count as colons of the ARN. */
function written({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : `\${${part === UNKNOWN ? '?' : part.name.split('::').pop()}}`)).join('');
}
