import type { CfnResource } from 'aws-cdk-lib';

/** The properties of a resource as its template would have them now; nothing where they cannot be resolved yet. */
export function propertiesOf(resource: CfnResource): Readonly<Record<string, unknown>> {
  try {
    const rendered = resource as unknown as { _toCloudFormation(): unknown };
    const fragment = resource.stack.resolve(rendered._toCloudFormation()) as { Resources?: Record<string, { Properties?: object }> };
    return Object.assign({}, ...Object.values(fragment.Resources ?? {}).map((each) => each.Properties ?? {}));
  } catch {
    return {};
  }
}
