import type { Key } from '../../inventory';
import { deletionWindowProblems, rotationProblem } from '../../validation/vault/vault-keys';
import { allOf, not } from '../../values/answer';
import { UNKNOWN } from '../../values/unknown';
import { at } from '../at';
import { judged } from '../properties';
import { type Outcome, fault, unknown } from '../rule';

const ROTATION = 'EnableKeyRotation';
const WINDOW = 'PendingWindowInDays';

/** For a key that encrypts recovery points. A key that AWS KMS cannot rotate has no outcome. */
export function rotationOutcomes({ address, canRotate, properties, rotates }: Key, label: string): Outcome[] {
  const place = at(address, properties.get(ROTATION));
  const missing = allOf([canRotate, not(rotates)]);
  if (missing === UNKNOWN) { return [unknown(place, `${label}: whether it is rotated is unknown.`)]; }
  return missing ? [fault(place, rotationProblem(ROTATION, properties.get(ROTATION).isPresent === true).of(label))] : [];
}

/** For a key that encrypts recovery points. */
export function deletionWindowOutcomes({ address, deletionWindow, properties }: Key, label: string): Outcome[] {
  const problems = deletionWindowProblems(WINDOW, deletionWindow).map((problem) => problem.of(label));
  return judged(at(address, properties.get(WINDOW)), problems, [deletionWindow], `${label}: '${WINDOW}' is unknown.`);
}
