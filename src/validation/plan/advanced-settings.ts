import { ADVANCED_SETTINGS, ADVANCED_SETTING_VALUES } from '../../capabilities/advanced-settings';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';

/** @param options by their names */
export function advancedSettingProblems(name: string, resourceType: Value<string>, options: ReadonlyMap<string, Value<string>>): Problem[] {
  if (!isKnown(resourceType)) { return []; }
  const setting = ADVANCED_SETTINGS.find((row) => row.resourceType === resourceType);
  if (!setting) {
    const types = ADVANCED_SETTINGS.map((row) => row.resourceType).join(' or ');
    return [new Problem('resource-type', `'${name}.ResourceType' must be ${types}, the types with settings, got '${resourceType}'. Leave the setting out.`)];
  }
  return [...options].flatMap(([option, value]) => {
    if (!setting.options.includes(option)) {
      return [new Problem('option', `'${name}.BackupOptions' of ${resourceType} must be ${setting.options.join(' or ')}, got '${option}'. Correct the name, or leave it out.`, option)];
    }
    return isKnown(value) && !ADVANCED_SETTING_VALUES.includes(value)
      ? [new Problem('value', `'${name}.BackupOptions.${option}' must be ${ADVANCED_SETTING_VALUES.map((each) => `'${each}'`).join(' or ')}, got '${value}'. Choose one of them.`, option)]
      : [];
  });
}

/** A warning only, because a user reports it, and no page of AWS does. */
export function rejectedSettingWarnings(name: string, resourceType: Value<string>): Problem[] {
  return ADVANCED_SETTINGS.some((row) => row.resourceType === resourceType && row.rejectedByCloudFormation)
    ? [new Problem('rejected', `${name} should not be set in a template, because CloudFormation might reject advanced settings of ${String(resourceType)}. `
      + 'Leave it out, and set it with aws backup update-backup-plan after the deployment.')]
    : [];
}
