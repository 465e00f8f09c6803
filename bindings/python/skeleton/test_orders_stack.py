import pytest
from aws_cdk import App, Duration, Stack
from aws_cdk.assertions import Match, Template
from cdk_compliant_backup import BackupTier, CompliantVault, TieredBackupPlan, VaultLock
from orders_stack import OrdersStack


def test_a_backup_of_each_day_is_kept_for_35_days() -> None:
    template = Template.from_stack(OrdersStack(App(), "Orders"))
    daily = Match.object_like({"RuleName": "daily", "Lifecycle": {"DeleteAfterDays": 35}})
    template.has_resource_properties(
        "AWS::Backup::BackupPlan",
        {"BackupPlan": {"BackupPlanRule": Match.array_with([daily])}},
    )


def test_the_table_is_selected() -> None:
    template = Template.from_stack(OrdersStack(App(), "Orders"))
    tags = Match.array_with([{"Key": "backup", "Value": "gold"}])
    template.has_resource_properties("AWS::DynamoDB::GlobalTable", {"Replicas": [Match.object_like({"Tags": tags})]})


def test_a_retention_below_the_lock_is_an_error() -> None:
    stack = Stack(App(), "Backups")
    lock = VaultLock.governance(min_retention=Duration.days(30))
    vault = CompliantVault(stack, "Vault", vault_name="orders", lock=lock)
    with pytest.raises(RuntimeError, match="^TieredBackupPlan 'Backups/Plan': tier 'daily': 'retention' must be at least 30 days"):
        TieredBackupPlan(stack, "Plan", vault=vault, tiers=[BackupTier.daily(retention=Duration.days(7))])


def test_a_short_account_id_is_an_error() -> None:
    vault = CompliantVault(Stack(App(), "Backups"), "Vault")
    with pytest.raises(RuntimeError, match="^Error: CompliantVault 'Backups/Vault': 'accountId' must be"):
        vault.share_key_with("1234")
