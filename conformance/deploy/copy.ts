import type { App } from 'aws-cdk-lib';
import { CfnResource } from 'aws-cdk-lib';
import { build as nested } from './nested';
import { build as minimal } from '../../examples/minimal/app';
import { build as orders } from '../../examples/orders/app';

/** What CloudFormation of the emulator does not make. No other resource refers to any of them. */
export const LACKING: readonly string[] = ['AWS::Backup::BackupSelection', 'AWS::Backup::Framework'];

/** What is deployed: all of minimal, of orders what concerns backups, and nested stacks. */
export const STACKS: readonly string[] = ['Notes', 'OrdersBackup', 'BackupCopies-*', 'Layers'];

/**
 * Two examples and nested stacks in one app, without what the emulator lacks.
 *
 * @returns the resources that were left out
 */
export function build(app: App): CfnResource[] {
  orders(app); // first, since it gives the app a context
  minimal(app);
  nested(app);
  const lacking = app.node.findAll().filter(CfnResource.isCfnResource).filter(({ cfnResourceType: type }) => LACKING.includes(type));
  for (const { node } of lacking) { node.scope!.node.tryRemoveChild(node.id); }
  return lacking;
}
