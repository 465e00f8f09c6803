import type { CompliantVaultProps } from './compliant-vault-props';
import { DeletionGuard } from './deletion-guard';
import type { ReadLock } from './vault-lock';

/** What a vault is, before anything is made for it. */
export interface NewVault {
  readonly props: CompliantVaultProps;
  readonly guard: DeletionGuard;
  /** In days. */
  readonly lock: ReadLock | undefined;
}

export function readVault(props: CompliantVaultProps): NewVault {
  return { props, guard: props.guard ?? DeletionGuard.exempting(), lock: props.lock?._read() };
}
