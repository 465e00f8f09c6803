import type { Construct } from 'constructs';
import { type SelectionContent, selectionContents } from './selections';
import type { TagBasedSelectionProps } from './tag-based-selection-props';
import { physicalName, topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { TieredBackupPlan } from '../plan/tiered-backup-plan';
import type { Place } from '../validation/plan/copies';

/** The properties of a selection as they were read, before anything is created. */
export interface SelectionFacts {
  readonly props: TagBasedSelectionProps;
  readonly selections: readonly NamedSelection[];
  readonly place: Place;
  /** The plan, if its tiers can be read. */
  readonly plan: TieredBackupPlan | undefined;
}

/** One selection in AWS Backup. */
export interface NamedSelection {
  readonly name: string;
  readonly content: SelectionContent;
  /** AWS Backup limits the selections of a plan that use tags. */
  readonly usesTags: boolean;
}

export function readSelection(construct: Construct, props: TagBasedSelectionProps): SelectionFacts {
  const contents = selectionContents(props);
  return {
    props,
    selections: contents.map((content, index) => ({
      name: nameOf(construct, props, contents.length > 1 ? `-${index + 1}` : ''),
      content,
      usesTags: content.listOfTags !== undefined || content.conditions !== undefined,
    })),
    place: placeOf(topLevelStack(construct)),
    plan: props.plan instanceof TieredBackupPlan ? props.plan : undefined,
  };
}

function nameOf({ node }: Construct, { selectionName }: TagBasedSelectionProps, suffix: string): string {
  return `${selectionName ?? physicalName(node.scope as Construct, node.id, LONGEST_NAME - suffix.length)}${suffix}`;
}

const LONGEST_NAME = 50;
