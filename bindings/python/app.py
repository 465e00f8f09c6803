import sys

from aws_cdk import Acknowledgment, Annotations, App, Duration, Environment, RemovalPolicy, Stack, TimeZone, Validations
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from cdk_compliant_backup import (
    AuditControl,
    AuditControlName,
    AuditFramework,
    BackupChecks,
    BackupEvent,
    BackupResourceType,
    BackupTier,
    CompliantVault,
    ConfigRecorder,
    ControlScope,
    CopySource,
    CopyTarget,
    DeletionGuard,
    NotificationWiring,
    RuleId,
    RuleLevel,
    TagBasedSelection,
    TagCondition,
    TieredBackupPlan,
    VaultLock,
)

REFUSED = (
    "TieredBackupPlan 'Refused/Plan': tier 'daily': 'retention' must be at least 30 days, the minimum of the lock of the vault 'orders', got 7 days. "
    "Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails."
)


def orders(outdir: str) -> None:
    app = App(outdir=outdir)
    stack = Stack(app, "Orders", env=Environment(account="111122223333", region="eu-west-1"))
    key = dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING)
    table = dynamodb.Table(stack, "Table", partition_key=key, removal_policy=RemovalPolicy.RETAIN)
    scratch = dynamodb.Table(stack, "Scratch", partition_key=key, removal_policy=RemovalPolicy.DESTROY)
    break_glass_role = iam.Role(stack, "BreakGlass", assumed_by=iam.AccountRootPrincipal())
    on_call_queue = sqs.Queue(stack, "OnCall", encryption=sqs.QueueEncryption.KMS, removal_policy=RemovalPolicy.DESTROY)

    vault = CompliantVault(
        stack,
        "Vault",
        lock=VaultLock.compliance(
            min_retention=Duration.days(7),
            max_retention=Duration.days(2557),
            cooling_off=Duration.days(14),
            acknowledge_irreversible=True,
        ),
        guard=DeletionGuard.exempting(break_glass_role),
        allow_copies_from=[CopySource.organization("o-abc1234567")],
    )

    plan = TieredBackupPlan(
        stack,
        "Plan",
        vault=vault,
        windows_vss=True,
        tiers=[
            BackupTier.continuous(retention=Duration.days(14)),
            BackupTier.daily(
                retention=Duration.days(35),
                time_zone=TimeZone.EUROPE_BERLIN,
                recovery_point_tags={"tier": "daily"},
                copy_to=[
                    CopyTarget.region("eu-central-1", retention=Duration.days(90)),
                    CopyTarget.arn("arn:aws:backup:eu-north-1:111122223333:backup-vault:central"),
                ],
            ),
            BackupTier.monthly(retention=Duration.days(365), move_to_cold_storage_after=Duration.days(30)),
            BackupTier.custom(
                name="before-closing",
                schedule=events.Schedule.cron(minute="0", hour="21", day="L"),
                retention=Duration.days(400),
            ),
        ],
    )

    gold = TagBasedSelection(
        stack,
        "Gold",
        plan=plan,
        conditions=[TagCondition.equal_to("backup", "gold"), TagCondition.not_equals("stage", "sandbox")],
        resource_types=[BackupResourceType.DYNAMODB, BackupResourceType.S3],
    )
    protection = gold.protect(table)
    if [resource.path for resource in protection.tagged] != ["Orders/Table/Resource"]:
        raise RuntimeError(f"protect: {protection}")

    AuditFramework(
        stack,
        "Audit",
        plans=[plan],
        controls=[AuditControl.restore_time(max_restore_time=Duration.hours(12), control_scope=ControlScope.tag("stage", "production"))],
        exclude=[AuditControlName.RESOURCES_PROTECTED_BY_BACKUP_PLAN],
        config_recorder=ConfigRecorder.existing(),
    )

    NotificationWiring(
        stack,
        "Alerts",
        vaults=[vault],
        emails=["oncall@example.com"],
        subscriptions=[subscriptions.SqsSubscription(on_call_queue)],
        events=[*BackupEvent.failures(), BackupEvent.BACKUP_JOB_SUCCESSFUL],
    )

    imported = TieredBackupPlan.from_plan_document(
        stack,
        "Imported",
        document={
            "BackupPlanName": "orders",
            "Rules": [{"RuleName": "daily", "TargetBackupVaultName": "orders", "StartWindowMinutes": 60, "Lifecycle": {"DeleteAfterDays": 35}}],
        },
        vaults={"orders": vault},
    )
    Annotations.of(imported).acknowledge_warning("cdk-compliant-backup:noSelection", "Selected by the stacks of the teams")

    Validations.of(app).add_plugins(
        BackupChecks(
            app,
            dynamo_db_advanced_features=True,
            min_retention=Duration.days(7),
            required_copy_regions=["eu-central-1"],
            exclude=[RuleId.RESTORE_TESTED, RuleId.VAULT_NOTIFIES],
            levels={RuleId.COPY_ELSEWHERE.value: RuleLevel.ERROR},
        )
    )
    Validations.of(scratch).acknowledge(Acknowledgment(id="Backup-ResourceInPlan", reason="made again every night"))
    Validations.of(imported).acknowledge(
        Acknowledgment(id="Backup-RequiredCopies", reason="copied by the tiers"),
        Acknowledgment(id="BackupChecks::Backup-CopyElsewhere", reason="copied by the tiers"),
    )

    app.synth()


def refused() -> None:
    """Every job of this plan fails, because of the lock of the vault."""
    stack = Stack(App(), "Refused")
    vault = CompliantVault(stack, "Vault", vault_name="orders", lock=VaultLock.governance(min_retention=Duration.days(30)))
    try:
        TieredBackupPlan(stack, "Plan", vault=vault, tiers=[BackupTier.daily(retention=Duration.days(7))])
    except RuntimeError as error:
        if str(error) != REFUSED:
            raise
        return
    raise RuntimeError("the constructor must reject a plan that does not fit the lock of its vault")


orders(sys.argv[1])
refused()
