import { readApiModel } from './aws/api-model';
import { readSchemas } from './aws/schemas';
import { readSdk } from './aws/sdk';
import { missing, strayNames, unfounded, union } from './compare';
import { compareActions, comparePolicies, readManagedPolicies } from './managed-policies';
import { SAMPLED } from './names';
import { HELD, HELD_NAMES } from './ours';
import { compareForms, compareProperties } from './properties';
import { compareReplacements } from './replacements';
import { BEYOND, FORMLESS, LACKING, OTHERWISE, UNSTATED, WITHOUT_SCHEMA } from './reviewed';
import { compareSchedules } from './schedules';
import { tables, uncompared } from './tables';
import { numbersOfTheModel } from './texts';
import { readTimeZones } from './tzdata';
import { changedZones, FIRST, LAST, strayZones } from './zones';
import { RESOURCE_TYPES } from '../../src/capabilities/resource-types';
import type { Programs } from '../programs';
import type { Report } from '../report';

export function checkDrift(report: Report, programs: Programs): void {
  const model = readApiModel(programs.path('python'));
  const [sdk, schemas] = [readSdk(), readSchemas()];
  for (const { title, facts } of [model, sdk, schemas]) { report.note(`${title}: ${facts.length} facts`); }
  const stated = union([model, sdk, schemas]);

  const held = HELD.flatMap(({ facts }) => facts);
  report.compared('Values and bounds of our tables, compared with AWS', held.length, unfounded(HELD, stated, BEYOND));
  report.compared(
    `Patterns of AWS, compared with ours on ${SAMPLED} names each`, HELD_NAMES.flatMap(({ of }) => of).length, strayNames(HELD_NAMES, stated, OTHERWISE),
  );
  report.compared('Facts of AWS, compared with our tables and the reviewed facts', stated.length, missing(stated, HELD, HELD_NAMES, LACKING));

  const numbers = numbersOfTheModel(model);
  report.compared('Our tables, each compared or reviewed', tables().length, uncompared(numbers));
  report.compared('Numbers in our tables, compared with the texts of the API model', numbers.length, numbers.flatMap(({ what, isStated }) =>
    isStated === UNSTATED.some((each) => each.number === what) ? [isStated ? `${what} is stated now. Remove it from conformance/drift/reviewed.ts.` : `${what} is not stated there`] : []));

  const types = [...new Set(RESOURCE_TYPES.flatMap(({ cfnTypes }) => cfnTypes))];
  report.compared('Resource types of our tables, compared with the schemas', types.length, types.filter((type) => !schemas.types.includes(type)).map((type) => `no schema has ${type}`));

  const properties = compareProperties(schemas.ofBackup, WITHOUT_SCHEMA.map(({ type }) => type));
  report.compared('Properties of AWS Backup, their types, and which are required, compared with the schemas', properties.compared, properties.differences);

  const forms = compareForms(schemas.ofBackup, FORMLESS.map(({ property }) => property));
  report.compared('Properties of AWS Backup whose schemas state a form, each with a form or a rule in our table', forms.compared, forms.differences);

  const replacements = compareReplacements(schemas.all, Object.keys(schemas.ofBackup));
  report.compared('Resource types, and the properties that replace them, compared with the schemas', replacements.compared, replacements.differences);

  const policies = comparePolicies(readManagedPolicies(programs.path('python')));
  report.compared('AWS managed policies, by what they allow of the actions of backup roles', policies.compared, policies.differences);
  const actions = compareActions();
  report.compared('Actions of backup roles, with the service authorization data', actions.compared, actions.differences);

  const { expressions, differing, explained, idle, unexplained } = compareSchedules();
  report.sampled('Schedules, as the library and croner read them, without known differences', expressions, unexplained);
  report.note(`  ${differing} differ for known reasons:`);
  for (const [reason, count] of explained) { report.note(`  ${count} for one reason alone: ${reason}`); }
  report.compared('Known reasons for different readings of schedules', explained.size + idle.length, idle.map((reason) => `no difference has only this reason: ${reason}`));

  const zones = readTimeZones(programs.path('python'), FIRST, LAST);
  const { node, tz: ofNode = 'none', icu } = process.versions;
  const names = Object.keys(zones.offsets).length;
  report.note(`Time zones: ${ofNode} of Node.js ${node} (ICU ${icu}), and ${zones.release} of tzdata`);
  report.compared('Names of time zones, compared with the time zone database', names, strayZones(zones));
  report.compared('Changes of daylight saving time from 2028 to 2055, compared with the time zone database', names, changedZones(zones, ofNode));
}
