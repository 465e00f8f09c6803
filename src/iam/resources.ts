import type { Element, PolicyDocument } from './document';
import { type Pattern, fieldsOf, matches, patternOf, patternTokens } from './patterns';
import type { Request } from './request';
import { type Answer, anyOf, not } from '../values/answer';
import type { Written } from '../values/fragments';
import { type Effort, type Token, MANY, ONE, certainlyMatches } from '../values/possible-matches';
import { UNKNOWN } from '../values/unknown';

/** `arn:<partition>:<service>:<region>:<account>:<resource>` */
const FIELDS = 6;
const SERVICE = 2;
const RESOURCE = 5;

/**
 * Whether the element matches the resource. A wildcard matches characters in a field of the ARN. At the end of a field, it also matches the
 * following fields.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function coversResource(
  { negated, items }: Element<Written>, { resource, context }: Request, { variables, effort }: Pick<PolicyDocument, 'variables' | 'effort'>,
): Answer {
  if (items.includes('*')) { return !negated; }
  const text = patternTokens(resource);
  const answer = anyOf(items.map((item): Answer => {
    if (effort?.allows(1) === false) { return UNKNOWN; }
    const pattern: Pattern = item === UNKNOWN ? [UNKNOWN] : patternOf(item, true, variables, context);
    // IAM does not document NotResource for a variable that has no value in the request
    return pattern === undefined ? negated && UNKNOWN : coversArn(pattern, text, effort);
  }));
  return negated ? not(answer) : answer;
}

function coversArn(pattern: readonly Token[], text: readonly Token[], effort?: Effort): Answer {
  effort?.spend(2 * pattern.length);
  const answer = matches(pattern, text, effort);
  return answer === true && !coversFields(fieldsOf(pattern, FIELDS), text) ? UNKNOWN : answer;
}

function coversFields(pattern: readonly (readonly Token[])[], text: readonly Token[]): boolean {
  const last = pattern.length - 1;
  const fields = fieldsOf(text, pattern.length);
  if (last < RESOURCE && pattern[last][pattern[last].length - 1] !== MANY) { return false; }
  if (fields.length !== pattern.length || !pattern.every((field, index) => certainlyMatches(field, fields[index]))) { return false; }
  return last < RESOURCE || !hasWildcardInType(pattern[RESOURCE]) || isS3(fields[SERVICE]);
}

/**
 * IAM does not allow a wildcard in the type of a resource, such as `t*e/orders`, and does not document its effect.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
function hasWildcardInType(field: readonly Token[]): boolean {
  const separator = field.findIndex((token) => token === '/' || token === ':');
  return field.slice(0, Math.max(separator, 0)).some((token) => token === MANY || token === ONE);
}

/** The ARNs of S3 have no type. */
function isS3(service: readonly Token[]): boolean {
  return service.join('') === 's3';
}
