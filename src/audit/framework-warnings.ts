import type { FrameworkFacts } from './framework-facts';
import type { Warning } from '../cdk/warnings';

/** What AWS accepts and users rarely mean. */
export function frameworkWarnings({ props: { configRecorder }, controls, underived }: FrameworkFacts): Warning[] {
  const bucket = configRecorder?._created?.bucket;
  return [
    ...underived.map(({ name, because }) => ({
      id: 'controlNotDerived',
      message: `the control ${name} cannot be derived, since ${because}: give it in 'controls', or name it in 'exclude'`,
    })),
    ...controls.flatMap(({ control, warnings }) => warnings.map((message) => ({ id: 'auditControl', message: `control ${control.controlName}: ${message}` }))),
    ...bucket && !bucket.node.defaultChild ? [{
      id: 'configBucketNotChanged',
      message: 'the bucket of the recorder is imported, and its policy and the policy of its key stay as they are: in another account, or under a '
        + 'key of its own, they have to let the role of the recorder write',
    }] : [],
  ];
}
