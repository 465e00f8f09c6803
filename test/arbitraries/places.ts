import { type App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as fc from 'fast-check';

/** The Regions of an app: two between which AWS Backup copies, and one of another partition. */
export interface Geography {
  readonly partition: string;
  readonly home: string;
  readonly away: string;
  readonly foreign: string;
}

const WORLD: Geography = { partition: 'aws', home: 'eu-west-1', away: 'eu-central-1', foreign: 'cn-north-1' };
const CHINA: Geography = { partition: 'aws-cn', home: 'cn-north-1', away: 'cn-northwest-1', foreign: 'us-gov-west-1' };
const GOVCLOUD: Geography = { partition: 'aws-us-gov', home: 'us-gov-west-1', away: 'us-gov-east-1', foreign: 'us-east-1' };

export const geography = fc.oneof({ arbitrary: fc.constant(WORLD), weight: 4 }, fc.constant(CHINA), fc.constant(GOVCLOUD));

export const ACCOUNT = '111111111111';
export const OTHER_ACCOUNT = '222222222222';
export const account = fc.oneof({ arbitrary: fc.constant(ACCOUNT), weight: 10 }, fc.constant(OTHER_ACCOUNT));

/** A stack. Values that are unknown before deployment are left out. */
export interface StackSpec {
  readonly stage?: 'Blue' | 'Green';
  readonly account?: string;
  readonly region?: string;
  /** In the first stack of the Stage, with its environment. */
  readonly nested?: boolean;
}

export function stackSpec({ home, away, foreign }: Geography): fc.Arbitrary<StackSpec> {
  const region = fc.oneof(
    { arbitrary: fc.constant(home), weight: 36 }, { arbitrary: fc.constant(away), weight: 5 }, { arbitrary: fc.constant(undefined), weight: 3 },
    fc.constant(foreign),
  );
  return fc.record({
    stage: fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, fc.constantFrom('Blue' as const, 'Green' as const)),
    account: fc.oneof({ arbitrary: account, weight: 14 }, fc.constant(undefined)),
    region,
    nested: fc.oneof({ arbitrary: fc.constant(false), weight: 6 }, fc.constant(true)),
  }, { noNullPrototype: true });
}

/** The first stack of each Stage is `Data`. */
export function buildStack(app: App, { stage, nested, ...env }: StackSpec): Stack {
  const scope = stage === undefined ? app : app.node.tryFindChild(stage) as Stage | undefined ?? new Stage(app, stage);
  const siblings = scope.node.children.filter((child) => Stack.isStack(child));
  if (nested && siblings.length > 0) { return new NestedStack(siblings[0], `Nested${siblings[0].node.children.length}`); }
  return new Stack(scope, siblings.length === 0 ? 'Data' : `Data${siblings.length + 1}`, { env });
}
