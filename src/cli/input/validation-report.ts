import { existsSync } from 'fs';
import { join } from 'path';
import { type PackSettings, packSettingsOf } from './pack-settings';
import { LARGEST_REPORT, readText } from './read-text';
import { type PackName, PACK_NAMES } from '../../checks/pack-name';
import { isTemplateObject, templateObject } from '../../inventory/resolve/json';
import { InputError } from '../input-error';

/** The CDK writes the reports of all plugins next to the manifest. It leaves out plugins that find nothing. */
const REPORT = 'validation-report.json';

/** A pack of an app, with its options. */
export interface AppPack {
  readonly pack: PackName;
  readonly settings: PackSettings;
}

/** The report of a cloud assembly. */
export function reportOf(assembly: string): string {
  return join(assembly, REPORT);
}

/**
 * The packs of a synthesized app. Older versions of the packs do not write their options, and are left out.
 *
 * @throws InputError if the report cannot be read
 */
export function packsOfApp(assembly: string, nameOf: (path: string) => string): AppPack[] {
  const path = reportOf(assembly);
  if (!existsSync(path)) { return []; }
  const name = nameOf(path);
  const { pluginReports } = templateObject(parsed(readText(path, name, LARGEST_REPORT), name));
  if (!Array.isArray(pluginReports)) { throw new InputError(`'${name}' is not a report of the CDK. Synthesize the app again.`); }
  return pluginReports.filter(isTemplateObject).flatMap(({ pluginName, metadata }) => {
    const pack = PACK_NAMES.find((each) => each === pluginName);
    const { options } = templateObject(metadata);
    return pack && typeof options === 'string' ? [{ pack, settings: { ...packSettingsOf(parsed(options, name), name), packs: [pack] } }] : [];
  });
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`'${name}' is not valid JSON. Synthesize the app again.`);
  }
}
