import type { Construct, IConstruct } from 'constructs';
import { stageOf } from './place';

/**
 * What the constructs of a Stage, or of an app outside of its Stages, want to have judged when the app is complete. Each Stage validates its
 * constructs before it is synthesized, so one walk serves all of them.
 */
export class WhenComplete<T extends { readonly construct: Construct }> {
  private readonly byStage = new WeakMap<IConstruct, T[]>();

  /** @param judge returns the errors, and adds the warnings to the constructs */
  constructor(private readonly judge: (all: readonly T[], stage: IConstruct) => readonly string[]) {}

  public add(subject: T): void {
    const stage = stageOf(subject.construct);
    const others = this.byStage.get(stage);
    if (others) {
      others.push(subject);
      return;
    }
    const all = [subject];
    this.byStage.set(stage, all);
    stage.node.addValidation({ validate: () => [...this.judge(all, stage)] });
  }
}
