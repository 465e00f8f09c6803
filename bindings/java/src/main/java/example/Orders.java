package example;

// region: imports
import io.github.cdkcompliantbackup.AuditControl;
import io.github.cdkcompliantbackup.AuditControlName;
import io.github.cdkcompliantbackup.AuditFramework;
import io.github.cdkcompliantbackup.BackupChecks;
import io.github.cdkcompliantbackup.BackupEvent;
import io.github.cdkcompliantbackup.BackupResourceType;
import io.github.cdkcompliantbackup.BackupTier;
import io.github.cdkcompliantbackup.ComplianceLockProps;
import io.github.cdkcompliantbackup.CompliantVault;
import io.github.cdkcompliantbackup.ConfigRecorder;
import io.github.cdkcompliantbackup.ContinuousTierProps;
import io.github.cdkcompliantbackup.ControlScope;
import io.github.cdkcompliantbackup.CopySource;
import io.github.cdkcompliantbackup.CopyTarget;
import io.github.cdkcompliantbackup.CustomTierProps;
import io.github.cdkcompliantbackup.DeletionGuard;
import io.github.cdkcompliantbackup.GovernanceLockProps;
import io.github.cdkcompliantbackup.NotificationWiring;
import io.github.cdkcompliantbackup.PlanDocumentProps;
import io.github.cdkcompliantbackup.ProtectedResource;
import io.github.cdkcompliantbackup.RegionCopyOptions;
import io.github.cdkcompliantbackup.RestoreTimeProps;
import io.github.cdkcompliantbackup.RuleId;
import io.github.cdkcompliantbackup.RuleLevel;
import io.github.cdkcompliantbackup.SnapshotTierProps;
import io.github.cdkcompliantbackup.TagBasedSelection;
import io.github.cdkcompliantbackup.TagCondition;
import io.github.cdkcompliantbackup.TieredBackupPlan;
import io.github.cdkcompliantbackup.VaultLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.jsii.JsiiException;
// end: imports

public final class Orders {
    private static final String REFUSED =
        "TieredBackupPlan 'Refused/Plan': tier 'daily': 'retention' must be at least 30 days, the minimum of the lock of the vault 'orders', got 7 days. "
            + "Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.";

    private Orders() {
    }

    public static void main(final String[] args) {
        orders(args[0]);
        refused();
    }

    private static void orders(final String outdir) {
        final App app = new App(AppProps.builder().outdir(outdir).build());
        final Stack stack = new Stack(app, "Orders", StackProps.builder()
            .env(Environment.builder().account("111122223333").region("eu-west-1").build())
            .build());
        final Attribute key = Attribute.builder().name("id").type(AttributeType.STRING).build();
        final Table table = Table.Builder.create(stack, "Table").partitionKey(key).removalPolicy(RemovalPolicy.RETAIN).build();
        final Table scratch = Table.Builder.create(stack, "Scratch").partitionKey(key).removalPolicy(RemovalPolicy.DESTROY).build();
        final Role breakGlassRole = Role.Builder.create(stack, "BreakGlass").assumedBy(new AccountRootPrincipal()).build();
        final Queue onCallQueue = Queue.Builder.create(stack, "OnCall").encryption(QueueEncryption.KMS).removalPolicy(RemovalPolicy.DESTROY).build();

        // region: vault
        final CompliantVault vault = CompliantVault.Builder.create(stack, "Vault")
            .lock(VaultLock.compliance(ComplianceLockProps.builder()
                .minRetention(Duration.days(7))
                .maxRetention(Duration.days(2557))
                .coolingOff(Duration.days(14))
                .acknowledgeIrreversible(true)
                .build()))
            .guard(DeletionGuard.exempting(breakGlassRole))
            .allowCopiesFrom(List.of(CopySource.organization("o-abc1234567")))
            .build();
        // end: vault

        // region: plan
        final TieredBackupPlan plan = TieredBackupPlan.Builder.create(stack, "Plan")
            .vault(vault)
            .windowsVss(true)
            .tiers(List.of(
                BackupTier.continuous(ContinuousTierProps.builder().retention(Duration.days(14)).build()),
                BackupTier.daily(SnapshotTierProps.builder()
                    .retention(Duration.days(35))
                    .timeZone(TimeZone.EUROPE_BERLIN)
                    .recoveryPointTags(Map.of("tier", "daily"))
                    .copyTo(List.of(
                        CopyTarget.region("eu-central-1", RegionCopyOptions.builder().retention(Duration.days(90)).build()),
                        CopyTarget.arn("arn:aws:backup:eu-north-1:111122223333:backup-vault:central")))
                    .build()),
                BackupTier.monthly(SnapshotTierProps.builder()
                    .retention(Duration.days(365))
                    .moveToColdStorageAfter(Duration.days(30))
                    .build()),
                BackupTier.custom(CustomTierProps.builder()
                    .name("before-closing")
                    .schedule(Schedule.cron(CronOptions.builder().minute("0").hour("21").day("L").build()))
                    .retention(Duration.days(400))
                    .build())))
            .build();
        // end: plan

        // region: selection
        final TagBasedSelection gold = TagBasedSelection.Builder.create(stack, "Gold")
            .plan(plan)
            .conditions(List.of(TagCondition.equalTo("backup", "gold"), TagCondition.notEquals("stage", "sandbox")))
            .resourceTypes(List.of(BackupResourceType.DYNAMODB, BackupResourceType.S3))
            .build();
        final List<ProtectedResource> tagged = gold.protect(table).getTagged();
        // end: selection
        if (tagged.size() != 1 || !tagged.get(0).getPath().equals("Orders/Table/Resource")) {
            throw new IllegalStateException("protect: " + tagged);
        }

        // region: audit
        AuditFramework.Builder.create(stack, "Audit")
            .plans(List.of(plan))
            .controls(List.of(AuditControl.restoreTime(RestoreTimeProps.builder()
                .maxRestoreTime(Duration.hours(12))
                .controlScope(ControlScope.tag("stage", "production"))
                .build())))
            .exclude(List.of(AuditControlName.RESOURCES_PROTECTED_BY_BACKUP_PLAN))
            .configRecorder(ConfigRecorder.existing())
            .build();
        // end: audit

        // region: notifications
        final List<BackupEvent> events = new ArrayList<>(BackupEvent.failures());
        events.add(BackupEvent.BACKUP_JOB_SUCCESSFUL);
        NotificationWiring.Builder.create(stack, "Alerts")
            .vaults(List.of(vault))
            .emails(List.of("oncall@example.com"))
            .subscriptions(List.of(new SqsSubscription(onCallQueue)))
            .events(events)
            .build();
        // end: notifications

        // region: document
        final TieredBackupPlan imported = TieredBackupPlan.fromPlanDocument(stack, "Imported", PlanDocumentProps.builder()
            .document(Map.of(
                "BackupPlanName", "orders",
                "Rules", List.of(Map.of(
                    "RuleName", "daily",
                    "TargetBackupVaultName", "orders",
                    "StartWindowMinutes", 60,
                    "Lifecycle", Map.of("DeleteAfterDays", 35)))))
            .vaults(Map.of("orders", vault))
            .build());
        Annotations.of(imported).acknowledgeWarning("cdk-compliant-backup:noSelection", "Selected by the stacks of the teams");
        // end: document

        // region: checks
        Validations.of(app).addPlugins(BackupChecks.Builder.create(app)
            .dynamoDbAdvancedFeatures(true)
            .minRetention(Duration.days(7))
            .requiredCopyRegions(List.of("eu-central-1"))
            .exclude(List.of(RuleId.RESTORE_TESTED, RuleId.VAULT_NOTIFIES))
            .levels(Map.of(RuleId.COPY_ELSEWHERE.name(), RuleLevel.ERROR))
            .build());
        // end: checks

        // region: acknowledgments
        Validations.of(scratch).acknowledge(acknowledgment("Backup-ResourceInPlan", "made again every night"));
        Validations.of(imported).acknowledge(
            acknowledgment("Backup-RequiredCopies", "copied by the tiers"),
            acknowledgment("BackupChecks::Backup-CopyElsewhere", "copied by the tiers"));
        // end: acknowledgments

        app.synth();
    }

    // region: acknowledgment
    private static Acknowledgment acknowledgment(final String id, final String reason) {
        return Acknowledgment.builder().id(id).reason(reason).build();
    }
    // end: acknowledgment

    /** Every job of this plan fails, because of the lock of the vault. */
    private static void refused() {
        final Stack stack = new Stack(new App(), "Refused");
        final CompliantVault vault = CompliantVault.Builder.create(stack, "Vault")
            .vaultName("orders")
            .lock(VaultLock.governance(GovernanceLockProps.builder().minRetention(Duration.days(30)).build()))
            .build();
        try {
            TieredBackupPlan.Builder.create(stack, "Plan")
                .vault(vault)
                .tiers(List.of(BackupTier.daily(SnapshotTierProps.builder().retention(Duration.days(7)).build())))
                .build();
        } catch (final JsiiException error) {
            // The stack trace of Node.js follows.
            if (!REFUSED.equals(error.getMessage().lines().findFirst().orElse(""))) {
                throw error;
            }
            return;
        }
        throw new IllegalStateException("the constructor must reject a plan that does not fit the lock of its vault");
    }
}
