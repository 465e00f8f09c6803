import type { PackName } from './pack-name';
import type { Rule } from './rule';
import { RULES } from './rules';

/** The rules of a pack. */
export function rulesOf(pack: PackName): readonly Rule[] {
  return pack === 'BackupChecks' ? RULES : RULES.filter(({ packs }) => packs.includes(pack));
}
