import { App, Duration, Stack, type CfnResource } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ACCOUNT, OTHER_ACCOUNT } from './stacks';
import {
  AuditFramework, BackupTier, CompliantVault, ConfigRecorder, CopyTarget, MalwareScanMode, NotificationWiring, TagBasedSelection, TagCondition,
  TieredBackupPlan,
} from '../src';

/** A resource of the library. */
export interface Made {
  /** The construct path, without its stack. */
  readonly path: string;
  readonly resource: CfnResource;
  /** As the template has it. */
  readonly template: {
    readonly Type: string;
    readonly Properties: Readonly<Record<string, unknown>>;
    readonly DeletionPolicy?: string;
    readonly UpdateReplacePolicy?: string;
  };
}

/** One resource of each kind that the library creates, in an app without other resources. */
export function everything(): Made[] {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const recovery = new Stack(app, 'Recovery', { env: { account: OTHER_ACCOUNT, region: 'eu-west-1' } });
  const vault = new CompliantVault(stack, 'Vault');
  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault,
    tiers: [BackupTier.daily({
      retention: Duration.days(35),
      copyTo: [CopyTarget.region('eu-central-1'), CopyTarget.vault(new CompliantVault(recovery, 'RecoveryVault'))],
      malwareScan: MalwareScanMode.FULL_SCAN,
    })],
  });
  const gold = new TagBasedSelection(stack, 'Gold', { plan, conditions: [TagCondition.equalTo('backup', 'gold')] });
  Key.fromKeyArn(stack, 'Data', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`).grantDecrypt(gold);
  new AuditFramework(stack, 'Audit', { plan, configRecorder: ConfigRecorder.create() });
  new NotificationWiring(stack, 'Alerts', { vaults: [vault], emails: ['oncall@example.com'] });
  app.synth();
  return app.node.findAll().filter((each) => each instanceof Stack).flatMap(resourcesIn);
}

function resourcesIn(stack: Stack): Made[] {
  const resources = stack.node.findAll().filter((each): each is CfnResource => 'cfnResourceType' in each && Stack.of(each) === stack);
  return resources.map((resource) => {
    const rendered = stack.resolve((resource as unknown as { _toCloudFormation(): unknown })._toCloudFormation()) as { readonly Resources: Record<string, Made['template']> };
    return { path: resource.node.path.slice(stack.node.path.length + 1), resource, template: Object.values(rendered.Resources)[0] };
  });
}
