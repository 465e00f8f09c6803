import type { Construct } from 'constructs';
import { foreignBucket } from './backup-config-recorder';
import { controlWarnings } from './control-problems';
import type { FrameworkFacts } from './framework-facts';
import { type Warning, warningOf } from '../cdk/warnings';

/** What AWS accepts and users rarely intend. */
export function frameworkWarnings(scope: Construct, { props: { configRecorder }, controls, underived }: FrameworkFacts): Warning[] {
  const bucket = configRecorder?._created?.bucket;
  const foreign = bucket && foreignBucket(scope, bucket);
  return [
    ...underived.map(({ name, reason }): Warning => ({
      id: 'controlNotDerived',
      message: `The control ${name} cannot be derived, because ${reason}. Add it to 'controls', or name it in 'exclude'.`,
    })),
    ...controls.flatMap((each) => controlWarnings(each).map((problem) => problem.of(`control ${each.control.controlName}`))).map(warningOf('auditControl')),
    ...foreign ? [{
      id: 'configBucketNotChanged' as const,
      message: `The bucket of the recorder is ${foreign}, so the library does not change its policy or the policy of its key. AWS Config delivers nothing if `
        + 'they deny it. If the bucket is in another account or has its own key, allow the role of the recorder to write.',
    }] : [],
  ];
}
