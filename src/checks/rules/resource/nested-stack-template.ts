import type { UnreadStack } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const nestedStackTemplate: Rule = {
  id: RuleId.NESTED_STACK_TEMPLATE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The template of a nested stack is checked too, or has a URL that CloudFormation accepts.',
  why: 'CloudFormation rejects other URLs. A template that cannot be read might add any resource. Rules that require a resource then have no '
    + 'certain result.',
  fix: 'Write a URL that starts with https://, or the path of a file for aws cloudformation package.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html',
  evaluate: ({ unreadStacks }) => unreadStacks.map(outcomeOf),
};

/** CloudFormation reads templates only from S3, and only by such URLs. */
const REJECTED = /^(?:s3|http):\/\//i;

function outcomeOf({ address, location, property, reason = 'It is not among the templates.' }: UnreadStack): Outcome {
  const url = location.string();
  const [place, subject] = [at(address, location), `nested stack ${address.logicalId}`];
  return isKnown(url) && REJECTED.test(url)
    ? fault(place, new Problem('url', `'${property}' must start with 'https://', got '${url}'. Write the HTTPS URL of the object.`).of(subject))
    : unknown(place, `${subject}: the resources of its template are unknown. ${reason}`);
}
