import type * as CdkNag from 'cdk-nag';

/* eslint-disable @typescript-eslint/no-require-imports -- the installed cdk-nag decides which module exists */

/** The module of `NagPack`. The index of cdk-nag would load all of its rules. The module is not part of cdk-nag's API and might move. */
function nagPackModule(): Partial<typeof CdkNag> {
  try {
    return require('cdk-nag/lib/nag-pack') as Partial<typeof CdkNag>;
  } catch {
    return {};
  }
}

function nagIndex(): typeof CdkNag {
  try {
    return require('cdk-nag') as typeof CdkNag;
  } catch (cause) {
    const [reason] = String((cause as Error).message).split('\n');
    throw new Error(`The packs of 'cdk-compliant-backup' need 'cdk-nag', which cannot be loaded: ${reason}. Install it.`, { cause });
  }
}

/** The base class of packs. */
export const NagPack: typeof CdkNag.NagPack = nagPackModule().NagPack ?? nagIndex().NagPack;
