from typing import Any

from aws_cdk import Duration, Stack
from aws_cdk import aws_dynamodb as dynamodb
from cdk_compliant_backup import BackupTier, CompliantVault, TagBasedSelection, TagCondition, TieredBackupPlan
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs: Any) -> None:
        super().__init__(scope, construct_id, **kwargs)
        orders = dynamodb.TableV2(
            self,
            "Orders",
            partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
        )

        plan = TieredBackupPlan(
            self,
            "Plan",
            vault=CompliantVault(self, "Vault"),
            tiers=[
                BackupTier.daily(retention=Duration.days(35)),
                BackupTier.monthly(retention=Duration.days(365)),
            ],
        )
        gold = TagBasedSelection(self, "Gold", plan=plan, conditions=[TagCondition.equal_to("backup", "gold")])
        gold.protect(orders)
