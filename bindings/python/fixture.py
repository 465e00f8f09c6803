"""What the snippets of docs/python.md use without saying where it comes from."""

import aws_cdk
import cdk_compliant_backup
from aws_cdk import Stack

app: aws_cdk.App
backup_role: aws_cdk.aws_iam.IRole
break_glass_role: aws_cdk.aws_iam.IRole
connection_arn: str
dr_stack: Stack
dr_vault: cdk_compliant_backup.CompliantVault
gold: cdk_compliant_backup.TagBasedSelection
on_call_queue: aws_cdk.aws_sqs.IQueue
operator_role: aws_cdk.aws_iam.IRole
orders_service: Stack
plan: cdk_compliant_backup.TieredBackupPlan
production: aws_cdk.Stage
restore_role: aws_cdk.aws_iam.IRole
scratch_table: aws_cdk.aws_dynamodb.Table
staging: aws_cdk.Stage
table_key: aws_cdk.aws_kms.IKey
vault: cdk_compliant_backup.CompliantVault
