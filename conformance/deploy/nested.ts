import type { App } from 'aws-cdk-lib';
import { Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { BackupTier, CompliantVault, NotificationWiring, TieredBackupPlan } from 'cdk-compliant-backup';

/**
 * Plans and a wiring in a nested stack, their vaults around it and beside it. The vaults wait for the policy of the topic, and so for the nested
 * stack; a plan that waited for them too would close a circle.
 */
export function build(app: App): void {
  const stack = new Stack(app, 'Layers');
  const [inner, beside] = ['Inner', 'Beside'].map((id) => new NestedStack(stack, id));
  const vaults = [stack, beside].map((place) => new CompliantVault(place, 'Vault'));
  vaults.forEach((vault, index) => {
    for (const place of [inner, stack]) {
      new TieredBackupPlan(place, `Plan${index + 1}`, { vault, tiers: [BackupTier.daily({ retention: Duration.days(35) })] });
    }
  });
  new NotificationWiring(inner, 'Alerts', { vaults, emails: ['oncall@example.com'] });
}
