package example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdkcompliantbackup.BackupTier;
import io.github.cdkcompliantbackup.CompliantVault;
import io.github.cdkcompliantbackup.GovernanceLockProps;
import io.github.cdkcompliantbackup.SnapshotTierProps;
import io.github.cdkcompliantbackup.TieredBackupPlan;
import io.github.cdkcompliantbackup.VaultLock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class OrdersStackTest {
    @Test
    void keepsTheBackupOfEachDayFor35Days() {
        final Stack stack = new OrdersStack(new App(), "Orders", StackProps.builder().build());
        Template.fromStack(stack).hasResourceProperties("AWS::Backup::BackupPlan", Map.of(
            "BackupPlan", Map.of("BackupPlanRule", Match.arrayWith(List.of(
                Match.objectLike(Map.of("RuleName", "daily", "Lifecycle", Map.of("DeleteAfterDays", 35))))))));
    }

    @Test
    void refusesARetentionBelowTheLock() {
        final Stack stack = new Stack(new App(), "Backups");
        final CompliantVault vault = CompliantVault.Builder.create(stack, "Vault")
            .vaultName("orders")
            .lock(VaultLock.governance(GovernanceLockProps.builder().minRetention(Duration.days(30)).build()))
            .build();
        final TieredBackupPlan.Builder plan = TieredBackupPlan.Builder.create(stack, "Plan")
            .vault(vault)
            .tiers(List.of(BackupTier.daily(SnapshotTierProps.builder().retention(Duration.days(7)).build())));

        final RuntimeException error = assertThrows(RuntimeException.class, plan::build);
        assertTrue(error.getMessage().startsWith("TieredBackupPlan 'Backups/Plan': tier 'daily': 'retention' must be at least 30 days"));
    }

    @Test
    void refusesAShortAccountId() {
        final CompliantVault vault = new CompliantVault(new Stack(new App(), "Backups"), "Vault");

        final RuntimeException error = assertThrows(RuntimeException.class, () -> vault.shareKeyWith("1234"));
        assertTrue(error.getMessage().startsWith("Error: CompliantVault 'Backups/Vault': 'accountId' must be"));
    }
}
