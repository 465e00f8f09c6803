import { LIMITS, NAMES } from '../../../capabilities/limits';
import type { Entity, Property } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import { accessPointSourceProblems, dateProblems } from '../../../validation/storage/storage';
import type { Problem } from '../../../values/problem';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged, writtenNameProblems } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const accessPoint: Rule = {
  id: RuleId.ACCESS_POINT,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A backup access point has a name, a time, and a policy that AWS Backup accepts, and belongs to an S3 recovery point.',
  why: 'The deployment fails.',
  fix: 'Choose another name or leave it out, or name a recovery point of a bucket.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-access-points.html',
  evaluate: (inventory) => inventory.ofType('AWS::Backup::BackupAccessPoint').flatMap(outcomesOf),
};

function outcomesOf(point: Entity): Outcome[] {
  const subject = `backup access point ${point.address.logicalId}`;
  const ofString = (name: string, problemsOf: (name: string, value: ReturnType<Property['string']>) => readonly Problem[]) => {
    const property = point.properties.get(name);
    const value = property.string();
    return judged(at(point.address, property), problemsOf(name, value).map((problem) => problem.of(subject)), [value], `${subject}: '${name}' is unknown.`);
  };
  return [
    ...ofString('Name', (name) => writtenNameProblems(name, point.properties.get(name), NAMES.accessPoint)),
    ...ofString('RecoveryPointArn', accessPointSourceProblems),
    ...ofString('AccessPointInTime', dateProblems),
    ...ofPolicy(point, subject),
  ];
}

/** As JSON, or as text. */
function ofPolicy(point: Entity, subject: string): Outcome[] {
  const property = point.properties.get('AccessPointPolicy');
  const text = property.string();
  const problems = isKnown(text) ? rangeProblems('AccessPointPolicy', text.length, LIMITS.accessPointPolicy) : [];
  return judged(at(point.address, property), problems.map((problem) => problem.of(subject)), [], '');
}
