import { type App, CfnResource, Duration, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import {
  AuditFramework, BackupEvent, BackupTier, CompliantVault, ConfigRecorder, CopyTarget, NotificationWiring, TagBasedSelection, TagCondition,
  TieredBackupPlan,
} from '../../src';

/**
 * An app with constructs in stacks, nested stacks, and Stages, created in any order. Places and other constructs are indices of lists, modulo
 * their lengths.
 */
export interface LayoutSpec {
  readonly places: readonly PlaceSpec[];
  readonly items: readonly ItemSpec[];
}

interface PlaceSpec {
  readonly stage: number;
  /** Nested in an earlier place of its Stage. */
  readonly within?: number;
  /** Its references can only name places of lower rank. */
  readonly rank: number;
  /** Whether its nested stacks refer to it, or the reverse. */
  readonly isReferredTo: boolean;
}

type Kind = 'vault' | 'plan' | 'wiring' | 'selection' | 'framework' | 'reader' | 'waiter' | 'stack dependency';

interface ItemSpec {
  readonly kind: Kind;
  readonly place: number;
  /** The vault or plan that the item refers to. */
  readonly of: number;
  /** Another of the same kind. */
  readonly other: number;
  /** The place of a resource of the item that can be elsewhere: the key of a vault, the topic of a wiring, or the bucket of a recorder. */
  readonly elsewhere?: number;
  readonly named: boolean;
}

const place: fc.Arbitrary<PlaceSpec> = fc.record({
  stage: fc.oneof({ arbitrary: fc.constant(0), weight: 5 }, fc.constant(1)),
  within: fc.oneof({ arbitrary: fc.nat(5), weight: 3 }, { arbitrary: fc.constant(undefined), weight: 2 }),
  rank: fc.nat(1000),
  isReferredTo: fc.boolean(),
}, { noNullPrototype: true });

const item: fc.Arbitrary<ItemSpec> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constantFrom<Kind>('plan', 'wiring', 'wiring', 'reader', 'waiter', 'stack dependency'), weight: 9 },
    fc.constantFrom<Kind>('vault', 'selection', 'framework'),
  ),
  place: fc.nat(6),
  of: fc.nat(6),
  other: fc.nat(6),
  elsewhere: fc.option(fc.nat(6), { nil: undefined }),
  named: fc.boolean(),
}, { noNullPrototype: true });

export const layoutSpec: fc.Arbitrary<LayoutSpec> = fc.record({
  places: fc.array(place, { minLength: 2, maxLength: 4 }),
  items: fc.array(item, { minLength: 2, maxLength: 6 }),
}, { noNullPrototype: true });

/** The created constructs whose order matters. */
export interface Layout {
  /** Plans and their vaults. */
  readonly planned: readonly { readonly plan: TieredBackupPlan; readonly vault: CompliantVault }[];
  /** Vaults and the policies of their topics. */
  readonly wired: readonly { readonly vault: CompliantVault; readonly topic: sns.ITopic }[];
}

export function buildLayout(app: App, spec: LayoutSpec): Layout {
  return new Builder(app, spec).build();
}

const ENV = { account: '111111111111', region: 'eu-west-1' };

class Builder {
  private readonly places: { readonly stack: Stack; readonly spec: PlaceSpec }[] = [];
  private readonly order: Stack[];
  private readonly vaults: CompliantVault[] = [];
  private readonly plans: TieredBackupPlan[] = [];
  private readonly planned: Layout['planned'][number][] = [];
  private readonly wired: Layout['wired'][number][] = [];
  private made = 0;
  private recorded = false;

  constructor(private readonly app: App, private readonly spec: LayoutSpec) {
    for (const each of spec.places) { this.places.push({ stack: this.makePlace(each), spec: each }); }
    this.order = this.places.filter(({ stack }) => !stack.nestedStackParent).sort((one, other) => one.spec.rank - other.spec.rank)
      .flatMap(({ stack }) => this.inOrder(stack));
  }

  public build(): Layout {
    for (const each of this.spec.items) { this.make(each); }
    return { planned: this.planned, wired: this.wired };
  }

  private makePlace({ stage: index, within }: PlaceSpec): Stack {
    const stage = index === 0 ? this.app : this.app.node.tryFindChild('Stage') as Stage | undefined ?? new Stage(this.app, 'Stage', { env: ENV });
    const others = this.places.filter(({ spec }) => spec.stage === index);
    const id = `Place${this.places.length}`;
    return within === undefined || others.length === 0 ? new Stack(stage, id, { env: ENV }) : new NestedStack(at(others, within).stack, id);
  }

  /** The stack and its nested stacks, so that references to earlier constructs do not close a cycle. */
  private inOrder(stack: Stack): Stack[] {
    const nested = this.places.filter((each) => each.stack.nestedStackParent === stack).sort((one, other) => one.spec.rank - other.spec.rank)
      .flatMap((each) => this.inOrder(each.stack));
    return this.places.find((each) => each.stack === stack)!.spec.isReferredTo ? [stack, ...nested] : [...nested, stack];
  }

  /** A place that can refer to a construct: the preferred place, or that of the construct. */
  private placeFor(index: number, referredTo: Construct): Stack {
    const [wished, other] = [at(this.places, index).stack, Stack.of(referredTo)];
    return this.mayReferTo(wished, other) ? wished : other;
  }

  /** A place that a stack can refer to. */
  private placeBefore(index: number | undefined, referring: Stack): Stack {
    const wished = index === undefined ? referring : at(this.places, index).stack;
    return this.mayReferTo(referring, wished) ? wished : referring;
  }

  private mayReferTo(referring: Stack, other: Stack): boolean {
    return Stage.of(referring) === Stage.of(other) && this.order.indexOf(referring) >= this.order.indexOf(other);
  }

  private id(kind: string): string {
    return `${kind}${this.made++}`;
  }

  private make(given: ItemSpec): void {
    switch (given.kind) {
      case 'vault': this.vault(given); return;
      case 'plan': this.plan(given); return;
      case 'wiring': return this.wiring(given);
      case 'selection': {
        const plan = this.planOf(given);
        new TagBasedSelection(this.placeFor(given.place, plan), this.id('Selection'), { plan, conditions: [TagCondition.equalTo('backup', 'gold')] });
        return;
      }
      case 'framework': return this.framework(given);
      case 'reader': {
        const vault = this.vaultOf(given);
        const resource = vault.node.defaultChild as CfnBackupVault;
        const value = given.named ? resource.attrBackupVaultArn : vault.encryptionKey.keyArn;
        const properties = { Type: 'String', Value: value };
        new CfnResource(this.placeFor(given.place, resource), this.id('Reader'), { type: 'AWS::SSM::Parameter', properties });
        return;
      }
      case 'waiter': {
        const target = given.named ? this.vaultOf(given) : this.planOf(given);
        const waiter = new CfnResource(this.placeFor(given.place, target), this.id('Waiter'), { type: 'AWS::CloudFormation::WaitConditionHandle' });
        waiter.node.addDependency(target);
        return;
      }
      case 'stack dependency': {
        const [one, other] = [given.place, given.other].map((index) => outermost(at(this.places, index).stack));
        if (one !== other && this.mayReferTo(one, other)) { one.addStackDependency(other); }
      }
    }
  }

  private vault({ place: index, elsewhere }: ItemSpec): CompliantVault {
    const { stack } = at(this.places, index);
    const id = this.id('Vault');
    const keyStack = this.placeBefore(elsewhere, stack);
    const encryptionKey = keyStack === stack ? undefined : new kms.Key(keyStack, `${id}Key`);
    const vault = new CompliantVault(stack, id, { vaultName: id, encryptionKey });
    this.vaults.push(vault);
    return vault;
  }

  private vaultOf(given: ItemSpec): CompliantVault {
    return this.vaults.length > 0 ? at(this.vaults, given.of) : this.vault(given);
  }

  private plan(given: ItemSpec): TieredBackupPlan {
    const [vault, copied] = [this.vaultOf(given), at(this.vaults, given.other)];
    const copyTo = copied === vault ? [] : [CopyTarget.vault(copied)];
    const plan = new TieredBackupPlan(at(this.places, given.place).stack, this.id('Plan'), {
      vault, tiers: [BackupTier.daily({ retention: Duration.days(35), copyTo })],
    });
    this.plans.push(plan);
    this.planned.push({ plan, vault });
    return plan;
  }

  private planOf(given: ItemSpec): TieredBackupPlan {
    return this.plans.length > 0 ? at(this.plans, given.other) : this.plan(given);
  }

  private wiring(given: ItemSpec): void {
    const first = this.vaultOf(given);
    const free = [...new Set([first, at(this.vaults, given.other)])].filter((vault) => (
      Stage.of(vault) === Stage.of(first) && !(vault.node.defaultChild as CfnBackupVault).notifications
    ));
    const wished = at(this.places, given.place).stack;
    const stack = Stage.of(wished) === Stage.of(first) ? wished : first.stack;
    if (free.length === 0) { return; }
    const id = this.id('Wiring');
    const topic = given.elsewhere === undefined ? undefined : this.ownTopic(given, stack, id, free);
    // EventBridge reports this event, so that the vaults need no topic
    const events = given.of === 5 ? [BackupEvent.BACKUP_JOB_FAILED] : undefined;
    const wiring = new NotificationWiring(stack, id, { vaults: free, topic, events });
    if (!events) { this.wired.push(...free.map((vault) => ({ vault, topic: wiring.topic }))); }
  }

  /** Without a name, vaults also refer to it. */
  private ownTopic({ elsewhere, named }: ItemSpec, stack: Stack, id: string, vaults: CompliantVault[]): sns.Topic {
    const topicStack = this.placeBefore(elsewhere, stack);
    const mayBeNameless = vaults.every((vault) => this.order.indexOf(vault.stack) >= this.order.indexOf(topicStack));
    return new sns.Topic(topicStack, `${id}Topic`, { topicName: named || !mayBeNameless ? id : undefined });
  }

  private framework(given: ItemSpec): void {
    if (this.recorded) { return; }
    this.recorded = true;
    const { stack } = at(this.places, given.place);
    const bucketStack = this.placeBefore(given.elsewhere, stack);
    const id = this.id('Framework');
    const bucket = bucketStack === stack ? undefined : new s3.Bucket(bucketStack, `${id}Bucket`, { enforceSSL: true });
    new AuditFramework(stack, id, { plan: this.planOf(given), configRecorder: ConfigRecorder.create({ bucket }) });
  }
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length];
}

function outermost(stack: Stack): Stack {
  return stack.nestedStackParent ? outermost(stack.nestedStackParent) : stack;
}
