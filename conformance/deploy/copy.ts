import { type App, CfnResource } from 'aws-cdk-lib';
import { build as nested } from './nested';
import { build as minimal } from '../../examples/minimal/app';
import { build as orders } from '../../examples/orders/app';

/** Types that the emulator's CloudFormation does not create. No other resource refers to them. */
export const LACKING: readonly string[] = ['AWS::Backup::BackupSelection', 'AWS::Backup::Framework'];

/** The deployed stacks: all of minimal, the stacks of orders that concern backups, and nested stacks. */
export const STACKS: readonly string[] = ['Notes', 'OrdersBackup', 'BackupCopies-*', 'Layers'];

/**
 * Two examples and nested stacks in one app, without the resources that the emulator does not support.
 *
 * @returns the resources that were left out
 */
export function build(app: App): CfnResource[] {
  orders(app); // first, because it sets the context of the app
  minimal(app);
  nested(app);
  const lacking = app.node.findAll().filter(CfnResource.isCfnResource).filter(({ cfnResourceType: type }) => LACKING.includes(type));
  for (const { node } of lacking) { node.scope!.node.tryRemoveChild(node.id); }
  return lacking;
}
