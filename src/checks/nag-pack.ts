import type * as CdkNag from 'cdk-nag';

/* eslint-disable @typescript-eslint/no-require-imports -- which module there is depends on the cdk-nag that is installed */

/** The module of `NagPack` alone, since the index of cdk-nag loads all of its rules. It is not part of cdk-nag's API: it might move. */
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

/** The class that every pack extends. */
export const NagPack: typeof CdkNag.NagPack = nagPackModule().NagPack ?? nagIndex().NagPack;
