"""What the snippets of PYTHON.md use without saying where it comes from."""

from aws_cdk import Acknowledgment, Annotations, App, Duration, Stack, Stage, TimeZone, Validations, pipelines
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from cdk_compliant_backup import *

app: App
scratch_table: dynamodb.Table
break_glass_role: iam.IRole
connection_arn: str
dr_stack: Stack
on_call_queue: sqs.IQueue
orders_service: Stack
vault: CompliantVault
plan: TieredBackupPlan
production: Stage
staging: Stage
