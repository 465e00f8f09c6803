import { ADVANCED_SETTINGS, ADVANCED_SETTING_VALUES } from '../../capabilities/advanced-settings';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';

/** @param options by their names */
export function advancedSettingProblems(name: string, resourceType: Value<string>, options: ReadonlyMap<string, Value<string>>): string[] {
  if (!isKnown(resourceType)) { return []; }
  const setting = ADVANCED_SETTINGS.find((row) => row.resourceType === resourceType);
  if (!setting) {
    const types = ADVANCED_SETTINGS.map((row) => row.resourceType).join(' or ');
    return [`'${name}.ResourceType' must be ${types}, the types with settings, got '${resourceType}': leave the setting out`];
  }
  return [...options].flatMap(([option, value]) => {
    if (!setting.options.includes(option)) {
      return [`'${name}.BackupOptions' of ${resourceType} must be ${setting.options.join(' or ')}, got '${option}': write it as here, or leave it out`];
    }
    return isKnown(value) && !ADVANCED_SETTING_VALUES.includes(value)
      ? [`'${name}.BackupOptions.${option}' must be ${ADVANCED_SETTING_VALUES.map((each) => `'${each}'`).join(' or ')}, got '${value}': write one of them`]
      : [];
  });
}
