import type { IPolicyValidationContext } from 'aws-cdk-lib';
import type { BackupChecksProps } from './pack-props';
import { type Kind, anything, flag, listOf, mapOf, required, struct, text } from '../cdk/kinds';
import { construct, durationInDays } from '../cdk/kinds-of-cdk';
import { isObject } from '../values/is-object';

const context: Kind<IPolicyValidationContext> = {
  what: 'the context of a validation',
  is: (value): value is IPolicyValidationContext => isObject(value),
  fix: () => 'Register the pack with Validations.of(app).addPlugins(…), and let the CDK call it.',
  required: false,
};

/** The arguments of the constructor of a pack. Which rules and levels exist is checked with the pack. */
export const NEW_PACK = {
  scope: { ...construct, fix: () => 'Pass the app, and the props after it.' },
  props: required(struct<BackupChecksProps>({
    include: listOf(anything),
    exclude: listOf(anything),
    levels: mapOf(anything),
    strict: flag,
    minRetention: durationInDays,
    maxRetention: durationInDays,
    requireComplianceLock: flag,
    dynamoDbAdvancedFeatures: flag,
    protectedTypes: listOf(text),
    exemptTagKey: text,
    exemptTagValue: text,
    requiredCopyRegions: listOf(text),
    requiredCopyAccounts: listOf(text),
  })),
};

/** The arguments of its methods. */
export const CONTEXT = { context: required(context) };
export const SCOPE = { scope: required(construct) };
