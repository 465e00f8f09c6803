import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';

/** A stack in a Region, in a new app or in the given one. */
export function stackIn(region: string | undefined, { app = new App(), id = 'Stack', account = ACCOUNT }: { app?: App; id?: string; account?: string } = {}): Stack {
  return new Stack(app, id, region === undefined ? {} : { env: { account, region } });
}

/** The message of the error that a construct throws. Fails the test if it does not throw. */
export function errorOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

/** The texts of this library's warnings in a stack, without their acknowledgment hint. */
export function warningsOf(stack: Stack): string[] {
  return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-compliant-backup:'))
    .map((warning) => String(warning.entry.data).replace(/ \[ack: .*\]$/, ''));
}

/** Their ids. */
export function warningIdsOf(stack: Stack): string[] {
  return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-compliant-backup:'))
    .map((warning) => /\[ack: cdk-compliant-backup:(.*)\]/.exec(String(warning.entry.data))![1]);
}
