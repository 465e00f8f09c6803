import type { App } from 'aws-cdk-lib';
import { build as complianceLock } from '../examples/compliance-lock/app';
import { build as crossAccount } from '../examples/cross-account/app';
import { build as crossRegion } from '../examples/cross-region/app';
import { build as minimal } from '../examples/minimal/app';
import { build as orders } from '../examples/orders/app';
import { build as pipeline } from '../examples/pipeline/app';

/** Adds the stacks of an example to an app. */
export type Example = (app: App) => void;

/** Every folder of examples/, from the simplest. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'minimal': minimal,
  'cross-region': crossRegion,
  'cross-account': crossAccount,
  'compliance-lock': complianceLock,
  'orders': orders,
  'pipeline': pipeline,
};
