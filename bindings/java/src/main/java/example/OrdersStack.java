package example;

import io.github.cdkcompliantbackup.BackupTier;
import io.github.cdkcompliantbackup.CompliantVault;
import io.github.cdkcompliantbackup.SnapshotTierProps;
import io.github.cdkcompliantbackup.TagBasedSelection;
import io.github.cdkcompliantbackup.TagCondition;
import io.github.cdkcompliantbackup.TieredBackupPlan;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

public class OrdersStack extends Stack {
    public OrdersStack(final Construct scope, final String id, final StackProps props) {
        super(scope, id, props);
        final TableV2 orders = TableV2.Builder.create(this, "Orders")
            .partitionKey(Attribute.builder().name("id").type(AttributeType.STRING).build())
            .build();

        final TieredBackupPlan plan = TieredBackupPlan.Builder.create(this, "Plan")
            .vault(new CompliantVault(this, "Vault"))
            .tiers(List.of(
                BackupTier.daily(SnapshotTierProps.builder().retention(Duration.days(35)).build()),
                BackupTier.monthly(SnapshotTierProps.builder().retention(Duration.days(365)).build())))
            .build();
        final TagBasedSelection gold = TagBasedSelection.Builder.create(this, "Gold")
            .plan(plan)
            .conditions(List.of(TagCondition.equalTo("backup", "gold")))
            .build();
        gold.protect(orders);
    }
}
