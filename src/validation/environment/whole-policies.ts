import { Problem } from '../../values/problem';

/**
 * Several CloudFormation resources that write the same policy. Each of them writes the whole policy.
 *
 * @param subject what the policy belongs to, in words
 * @param resources that write the policy, in words
 * @param consequence what might happen, as a sentence
 * @param fix as a sentence
 */
export function writtenTwice(subject: string, resources: readonly string[], consequence: string, fix: string): Problem {
  return new Problem('written-twice', `The policy of ${subject} should be written by one resource, got ${resources.join(' and ')}. ${fix} ${consequence}`);
}
