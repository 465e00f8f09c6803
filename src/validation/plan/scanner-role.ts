import { SCANNER_SERVICE } from '../../capabilities/scans';
import type { Perhaps, PolicyDocument } from '../../iam';
import type { Answer } from '../../values/answer';
import type { Problem } from '../../values/problem';
import { assumedBy, canAssume, untrusting } from '../selection/role-trust';

/** Whether Amazon GuardDuty can assume the role with which it scans. */
export function scannerCanAssume(trust: Perhaps<PolicyDocument>): Answer {
  return canAssume(SCANNER_SERVICE.principal, trust);
}

/** @param isOfCdk whether the reader writes the role as a construct */
export function untrustingScannerRole(name: string, isOfCdk = false): Problem {
  const problem = untrusting(name, SCANNER_SERVICE.principal, isOfCdk ? assumedBy(SCANNER_SERVICE.principal) : undefined);
  return problem.reworded(`${problem.message} Otherwise every scan fails.`);
}
