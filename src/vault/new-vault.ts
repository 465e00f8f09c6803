import type { CompliantVaultProps } from './compliant-vault-props';
import { DeletionGuard } from './deletion-guard';
import type { ReadLock } from './vault-lock';

/** The properties of a vault as they were read, before anything is created. */
export interface NewVault {
  readonly props: CompliantVaultProps;
  readonly guard: DeletionGuard;
  /** In days. */
  readonly lock: ReadLock | undefined;
}

export function readVault(props: CompliantVaultProps): NewVault {
  return { props, guard: props.guard ?? DeletionGuard.exempting(), lock: props.lock?._read() };
}
