"""Values of the wrong kind. Whatever rejects one, jsii or the construct, the error names the property."""

from typing import Any, Callable

import pytest
from aws_cdk import App, Duration, Stack
from cdk_compliant_backup import (
    BackupResourceType,
    BackupTier,
    CompliantVault,
    NotificationWiring,
    TagBasedSelection,
    TagCondition,
    TieredBackupPlan,
)

Give = Callable[[Stack, CompliantVault], object]


def plan(stack: Stack, vault: CompliantVault, **props: Any) -> TieredBackupPlan:
    return TieredBackupPlan(stack, "Plan", vault=vault, tiers=[BackupTier.daily(retention=Duration.days(35))], **props)


def selection(stack: Stack, vault: CompliantVault, **props: Any) -> TagBasedSelection:
    return TagBasedSelection(stack, "Gold", plan=plan(stack, vault), **props)


def documented(stack: Stack, vault: CompliantVault, rule: object) -> object:
    document = {"BackupPlan": {"BackupPlanName": "orders", "Rules": [rule]}}
    return TieredBackupPlan.from_plan_document(stack, "Plan", document=document, vaults={"orders": vault})


def tagged(tags: object) -> object:
    return {"RuleName": "daily", "TargetBackupVaultName": "orders", "RecoveryPointTags": tags}


@pytest.mark.parametrize(
    ("give", "named"),
    [
        (lambda stack, _: CompliantVault(stack, "Other", vault_name=7), "vault_name"),
        (lambda stack, vault: selection(stack, vault, resource_types=[None]), "resource_types"),
        (lambda stack, vault: selection(stack, vault, conditions={"backup": "gold"}), "conditions"),
        (lambda stack, vault: selection(stack, vault, resource_types=[TagCondition.equal_to("backup", "gold")]), "resource_types"),
        (lambda stack, vault: BackupTier.daily(retention=35), "retention"),
        (lambda stack, vault: TagCondition.equal_to(None, "gold"), "key"),
    ],
)
def test_jsii_rejects_classes_and_texts(give: Give, named: str) -> None:
    stack = Stack(App(), "Backups")
    with pytest.raises(TypeError, match=f"argument {named} must be"):
        give(stack, CompliantVault(stack, "Vault"))


@pytest.mark.parametrize(
    ("give", "named"),
    [
        (lambda stack, _: CompliantVault(stack, "Other", encryption_key="arn:aws:kms:eu-west-1:111122223333:key/orders"), "encryptionKey"),
        (lambda stack, vault: plan(stack, vault, scanner_role={"role_name": "scanner"}), "scannerRole"),
        (lambda stack, vault: NotificationWiring(stack, "Alerts", vaults=[None]), "vaults"),
    ],
)
def test_jsii_rejects_what_is_not_an_object(give: Give, named: str) -> None:
    stack = Stack(App(), "Backups")
    with pytest.raises(RuntimeError, match=f"Key '{named}'"):
        give(stack, CompliantVault(stack, "Vault"))


@pytest.mark.parametrize(
    ("give", "message"),
    [
        (
            lambda stack, vault: CompliantVault(stack, "Other", encryption_key=vault),
            "CompliantVault 'Backups/Other': 'encryptionKey' must be a key, got the CompliantVault 'Backups/Vault'.",
        ),
        (
            lambda stack, vault: plan(stack, vault, scanner_role=Duration.days(1)),
            "TieredBackupPlan 'Backups/Plan': 'scannerRole' must be a role, got a Duration.",
        ),
        (
            lambda stack, vault: selection(stack, vault, resource_types=[BackupResourceType.EBS], permissions_boundary=vault),
            "TagBasedSelection 'Backups/Gold': 'permissionsBoundary' must be a managed policy, got the CompliantVault 'Backups/Vault'.",
        ),
        (
            lambda stack, vault: documented(stack, vault, None),
            "'document.BackupPlan.Rules[0]' must be an object, got none. Write it in braces.",
        ),
        (
            lambda stack, vault: documented(stack, vault, tagged(vault)),
            "'document.BackupPlan.Rules[0].RecoveryPointTags' must be an object of strings, got the CompliantVault 'Backups/Vault'.",
        ),
        (
            lambda stack, vault: documented(stack, vault, tagged({"plan": vault})),
            "'document.BackupPlan.Rules[0].RecoveryPointTags' must be an object of strings, got an object.",
        ),
    ],
)
def test_constructs_reject_what_jsii_does_not_check(give: Give, message: str) -> None:
    stack = Stack(App(), "Backups")
    vault = CompliantVault(stack, "Vault")
    with pytest.raises(RuntimeError) as raised:
        give(stack, vault)
    assert message in str(raised.value)
