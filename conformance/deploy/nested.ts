import { type App, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { BackupTier, CompliantVault, NotificationWiring, TieredBackupPlan } from 'cdk-compliant-backup';

/**
 * Plans and a wiring in a nested stack, with vaults in its parent and in another stack. The vaults depend on the topic policy, and so on the
 * nested stack. A plan that depended on the vaults would close a cycle.
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
