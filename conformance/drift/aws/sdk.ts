import * as sdk from '@aws-sdk/client-backup';
import { version } from '@aws-sdk/client-backup/package.json';
import type { Authority } from './fact';

/** The enumerations of the installed SDK. They are objects whose keys equal their values. */
export function readSdk(): Authority {
  const facts = Object.entries(sdk as Readonly<Record<string, unknown>>).flatMap(([of, enumeration]) => isEnumeration(enumeration)
    ? Object.values(enumeration).map((value) => ({ of, kind: 'value' as const, value }))
    : []);
  return { title: `the SDK, @aws-sdk/client-backup ${version}`, facts };
}

function isEnumeration(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0 && Object.values(value).every((each) => typeof each === 'string');
}
