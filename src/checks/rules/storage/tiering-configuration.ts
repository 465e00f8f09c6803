import { LIMITS, NAMES } from '../../../capabilities/limits';
import type { Entity, Property } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import { tieredResourcesProblems, tieredTypeProblems, tieredVaultProblems } from '../../../validation/storage/storage';
import type { Problem } from '../../../values/problem';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { elementsOrUnknown, itemsIn, judged, nameOf, stringsIn, writtenNameProblems } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const tieringConfiguration: Rule = {
  id: RuleId.TIERING_CONFIGURATION,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A tiering configuration has a name and resources that AWS Backup accepts.',
  why: 'The deployment fails.',
  fix: 'Choose a name without hyphens, and select S3 with 60 days or more.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-tiering.html',
  evaluate: (inventory) => inventory.ofType('AWS::Backup::TieringConfiguration').flatMap(outcomesOf),
};

const NAME = 'TieringConfigurationName';
const VAULT = 'BackupVaultName';

function outcomesOf(configuration: Entity): Outcome[] {
  const { properties } = configuration;
  const list = properties.get('ResourceSelection');
  const selections = list.items();
  const subject = `tiering configuration ${nameOf(configuration, properties.get(NAME).string())}`;
  const judge = (property: Property, value: unknown, problems: readonly Problem[], name = property.path) =>
    judged(at(configuration.address, property), problems.map((problem) => problem.of(subject)), [value], `${subject}: '${name}' is unknown.`);

  const resources = itemsIn(list).map((selection) => stringsIn(selection.get('Resources'))).flatMap(elementsOrUnknown);
  const [name, vault] = [properties.get(NAME), properties.get(VAULT)];
  return [
    ...judge(name, name.string(), writtenNameProblems(NAME, name, NAMES.tieringConfiguration)),
    // Another rule checks a vault of the template
    ...vault.owner ? [] : judge(vault, undefined, tieredVaultProblems(VAULT, vault.string())),
    ...judge(list, selections, [
      ...rangeProblems('ResourceSelection', isKnown(selections) ? selections.length : undefined, LIMITS.tieringSelections),
      ...tieredResourcesProblems('ResourceSelection', resources),
    ]),
    ...itemsIn(list).flatMap((selection) => {
      const [type, days] = [selection.get('ResourceType'), selection.get('TieringDownSettingsInDays')];
      return [
        ...judge(type, type.string(), tieredTypeProblems(type.path, type.string())),
        ...judge(days, days.number(), rangeProblems(days.path, days.number(), LIMITS.tieringDays)),
      ];
    }),
  ];
}
