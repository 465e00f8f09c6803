/**
 * Several resources of CloudFormation that write one policy.
 *
 * @param subject what the policy is of, in words, as are the resources
 * @param consequence of which nobody can tell whether it is so
 */
export function writtenTwice(subject: string, resources: readonly string[], consequence: string, fix: string): string {
  return `the policy of ${subject} is written by ${resources.join(' and ')}, each of which writes all of it: ${consequence}, ${fix}`;
}
