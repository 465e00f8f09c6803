import { isDeepStrictEqual } from 'util';
import { AccountRegion } from './account';
import { Cdk } from './cdk';
import { build, LACKING, STACKS } from './copy';
import { Emulator } from './emulator';
import { type DeployedStack, type Expected, expectedOf } from './expected';
import { type SynthesizedStack, synthesize } from '../../scripts/synthesis';
import type { Programs } from '../programs';
import type { Report } from '../report';

/** The Regions of the examples, and the Region of stacks that name none. */
const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';

/** The expected and the actual state of a stack, vault, or other resource. */
interface Comparison {
  readonly what: string;
  readonly expected: unknown;
  readonly read: unknown;
}

function differences(comparisons: readonly Comparison[]): string[] {
  return comparisons.filter(({ expected, read }) => !isDeepStrictEqual(expected, read))
    .map(({ what, expected, read }) => `${what}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(read)}`);
}

const nameOf = ({ at, logicalId }: Expected) => `${at.name}.${logicalId}`;

class DeploymentTest {
  private readonly stacks: readonly SynthesizedStack[];

  constructor(private readonly cdk: Cdk, private readonly endpoint: string, private readonly report: Report) {
    const left: string[] = [];
    const all = synthesize((app) => { left.push(...build(app).map(({ cfnResourceType: type, node }) => `${type} ${node.path}`)); });
    const deployed = ({ path }: SynthesizedStack) => STACKS.some((name) => name.endsWith('*') ? path.startsWith(name.slice(0, -1)) : path === name);
    this.stacks = all.filter(deployed);
    report.note(`Left out, because the emulator does not support it: ${left.join(', ')}`);
    const others = all.filter((stack) => !deployed(stack)).map(({ name }) => name);
    report.note(`Not deployed, because they have no resources of AWS Backup: ${others.join(', ')}`);
    report.note('Expected to be deleted, because the emulator ignores their deletion policy: vaults and keys of nested stacks');
    report.note('Not compared, because the emulator does not return it: lock, access policy, and notifications of a vault, and the key of a topic');
  }

  public async run(): Promise<void> {
    await this.compare('Types that the emulator does not support, and the list in conformance/deploy/copy.ts', LACKING.map(async (type) => (
      { what: `${type}, which is left out: whether the emulator creates it`, expected: false, read: await this.in(REGION).makes(type) }
    )));
    await this.cdk.run('bootstrap', ...new Set(this.stacks.map(({ region }) => `aws://${ACCOUNT}/${region ?? REGION}`)));
    await this.cdk.run('deploy', ...STACKS, '--require-approval', 'never');
    const deployed = (await Promise.all(this.stacks.map((stack) => this.deployedStacks(stack)))).flat();
    await this.compare('Stacks after cdk deploy', this.stacks.map((stack) => this.status(stack, 'CREATE_COMPLETE')));
    await this.compareResources(deployed);
    await this.deployAgain();

    await this.cdk.run('destroy', ...STACKS, '--force');
    await this.compare('Stacks after cdk destroy', this.stacks.map((stack) => this.status(stack, undefined)));
    await this.compareWhatIsLeft(deployed);
  }

  /** A stack and its nested stacks. */
  private async deployedStacks(stack: SynthesizedStack): Promise<DeployedStack[]> {
    const region = stack.region ?? REGION;
    const ids = await this.in(region).idsOf(stack.name);
    const nested = Object.entries(stack.nested).map(async ([logicalId, template]): Promise<DeployedStack> => (
      { name: `${stack.name}.${logicalId}`, isNested: true, template, account: ACCOUNT, region, ids: await this.in(region).idsOf(ids.get(logicalId)!) }
    ));
    return [{ name: stack.name, isNested: false, template: stack.template, account: ACCOUNT, region, ids }, ...await Promise.all(nested)];
  }

  private async compareResources(deployed: readonly DeployedStack[]): Promise<void> {
    await this.compare('Vaults', expectedOf('AWS::Backup::BackupVault', deployed).map(async (vault) => {
      const { BackupVaultName: name, EncryptionKeyArn: key } = vault.properties;
      return { what: nameOf(vault), expected: { name, arn: vaultArn(vault), key }, read: await this.in(vault.at.region).vault(String(name)) };
    }));
    const plans = expectedOf('AWS::Backup::BackupPlan', deployed);
    await this.compare('Plans, with every rule', plans.map(async (plan) => (
      { what: nameOf(plan), expected: asTheApiSays(plan.properties.BackupPlan as Plan), read: await this.in(plan.at.region).plan(plan.id) }
    )));
    await this.compare('Vaults that rules copy to, by the ARN in the rule', plans.flatMap((plan) => {
      const copies = (plan.properties.BackupPlan as Plan).BackupPlanRule.flatMap((rule) => rule.CopyActions ?? []);
      return copies.map(async ({ DestinationBackupVaultArn: arn }) => {
        const [, , , region, , , name] = arn.split(':');
        const vault = await this.in(region).vault(name) as { readonly arn?: string } | undefined;
        return { what: `${nameOf(plan)} copies to ${arn}`, expected: arn, read: vault?.arn };
      });
    }));
    await this.compare('Keys, with rotation and policy', expectedOf('AWS::KMS::Key', deployed).map(async (key) => {
      const { Description: description, EnableKeyRotation: rotated, KeyPolicy: policy } = key.properties;
      return { what: nameOf(key), expected: { state: 'Enabled', description, rotated, policy }, read: await this.in(key.at.region).key(key.id) };
    }));
    await this.compare('Topics, with their policy', expectedOf('AWS::SNS::TopicPolicy', deployed).flatMap((policy) => {
      const { Topics: topics, PolicyDocument: expected } = policy.properties;
      const { region } = policy.at;
      return (topics as string[]).map(async (topic) => ({ what: nameOf(policy), expected, read: await this.in(region).topicPolicy(topic) }));
    }));
  }

  private async deployAgain(): Promise<void> {
    const said = await this.cdk.run('deploy', ...STACKS, '--require-approval', 'never');
    const unchanged = this.stacks.map(async ({ path, name }) => {
      const [line] = said.split('\n').filter((each) => each.startsWith('✅') && each.split(/\s+/).includes(path));
      return { what: `${name}, deployed again`, expected: true, read: /\(no changes\)\s*$/.test(line ?? '') };
    });
    await this.compare('Stacks in which a second cdk deploy changes nothing', unchanged);
    // The exit code is not 0 if there is a difference
    await this.cdk.run('diff', ...STACKS, '--fail');
  }

  /** Destroyed resources do not exist. Vaults and keys of backups remain. */
  private async compareWhatIsLeft(deployed: readonly DeployedStack[]): Promise<void> {
    const stays = ({ resource, at }: Expected) => /^Retain/.test(resource.DeletionPolicy ?? 'Delete') && !at.isNested;
    await this.compare('Vaults, plans, and keys after cdk destroy', [
      ...expectedOf('AWS::Backup::BackupVault', deployed).map(async (vault) => (
        { what: nameOf(vault), expected: stays(vault), read: await this.in(vault.at.region).vault(vault.id) !== undefined }
      )),
      ...expectedOf('AWS::Backup::BackupPlan', deployed).map(async (plan) => (
        { what: nameOf(plan), expected: stays(plan), read: await this.in(plan.at.region).plan(plan.id) !== undefined }
      )),
      ...expectedOf('AWS::KMS::Key', deployed).map(async (key) => (
        { what: nameOf(key), expected: stays(key), read: await this.in(key.at.region).opens(key.id) }
      )),
    ]);
  }

  private async status({ name, region }: SynthesizedStack, expected: string | undefined): Promise<Comparison> {
    return { what: name, expected, read: await this.in(region ?? REGION).stackStatus(name) };
  }

  private async compare(what: string, comparisons: readonly Promise<Comparison>[]): Promise<void> {
    this.report.compared(what, comparisons.length, differences(await Promise.all(comparisons)));
  }

  private in(region: string): AccountRegion {
    return new AccountRegion(this.endpoint, region);
  }
}

interface Rule {
  readonly TargetBackupVault: string;
  readonly CopyActions?: readonly { readonly DestinationBackupVaultArn: string }[];
}
interface Plan { readonly BackupPlanRule: readonly Rule[] }

/** The API uses other names for rules and their vault than CloudFormation. */
function asTheApiSays({ BackupPlanRule: rules, ...plan }: Plan): object {
  return { ...plan, Rules: rules.map(({ TargetBackupVault: vault, ...rule }) => ({ ...rule, TargetBackupVaultName: vault })) };
}

function vaultArn({ at: { account, region }, properties }: Expected): string {
  return `arn:aws:backup:${region}:${account}:backup-vault:${String(properties.BackupVaultName)}`;
}

export async function checkDeployment(report: Report, programs: Programs): Promise<void> {
  const ministack = programs.path('ministack');
  try {
    const emulator = await Emulator.start(ministack, ACCOUNT);
    try {
      await new DeploymentTest(new Cdk(emulator, REGION), emulator.endpoint, report).run();
    } finally {
      await emulator.stop();
    }
  } catch (error) {
    report.compared('The run as a whole', 1, [(error as Error).message]);
  }
}
