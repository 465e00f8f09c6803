import type { Construct } from 'constructs';
import { foreignBucket } from './backup-config-recorder';
import type { FrameworkFacts } from './framework-facts';
import type { Warning } from '../cdk/warnings';

/** What AWS accepts and users rarely mean. */
export function frameworkWarnings(scope: Construct, { props: { configRecorder }, controls, underived }: FrameworkFacts): Warning[] {
  const bucket = configRecorder?._created?.bucket;
  const foreign = bucket && foreignBucket(scope, bucket);
  return [
    ...underived.map(({ name, because }) => ({
      id: 'controlNotDerived',
      message: `the control ${name} cannot be derived, since ${because}: give it in 'controls', or name it in 'exclude'`,
    })),
    ...controls.flatMap(({ control, warnings }) => warnings.map((message) => ({ id: 'auditControl', message: `control ${control.controlName}: ${message}` }))),
    ...foreign ? [{
      id: 'configBucketNotChanged',
      message: `the bucket of the recorder is ${foreign}, and its policy and the policy of its key stay as they are: in another account, or under a `
        + 'key of its own, they have to let the role of the recorder write',
    }] : [],
  ];
}
