package main

// region: imports
import (
	"fmt"
	"os"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/aws-cdk-go/awscdk/v2/interfaces/interfacesawsbackup"
	"github.com/aws/jsii-runtime-go"
	backup "github.com/example/cdk-compliant-backup-go/cdkcompliantbackup"
)

// end: imports

const refusal = "TieredBackupPlan 'Refused/Plan': tier 'daily': 'retention' must be at least 30 days, the minimum of the lock of the vault 'orders', got 7 days. " +
	"Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails."

// region: days
func days(amount float64) awscdk.Duration {
	return awscdk.Duration_Days(jsii.Number(amount))
}

// end: days

func orders(outdir string) {
	app := awscdk.NewApp(&awscdk.AppProps{Outdir: jsii.String(outdir)})
	stack := awscdk.NewStack(app, jsii.String("Orders"), &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("111122223333"), Region: jsii.String("eu-west-1")},
	})
	key := &awsdynamodb.Attribute{Name: jsii.String("id"), Type: awsdynamodb.AttributeType_STRING}
	table := awsdynamodb.NewTable(stack, jsii.String("Table"), &awsdynamodb.TableProps{PartitionKey: key, RemovalPolicy: awscdk.RemovalPolicy_RETAIN})
	scratch := awsdynamodb.NewTable(stack, jsii.String("Scratch"), &awsdynamodb.TableProps{PartitionKey: key, RemovalPolicy: awscdk.RemovalPolicy_DESTROY})
	breakGlassRole := awsiam.NewRole(stack, jsii.String("BreakGlass"), &awsiam.RoleProps{AssumedBy: awsiam.NewAccountRootPrincipal()})
	onCallQueue := awssqs.NewQueue(stack, jsii.String("OnCall"), &awssqs.QueueProps{
		Encryption:    awssqs.QueueEncryption_KMS,
		RemovalPolicy: awscdk.RemovalPolicy_DESTROY,
	})

	// region: vault
	vault := backup.NewCompliantVault(stack, jsii.String("Vault"), &backup.CompliantVaultProps{
		Lock: backup.VaultLock_Compliance(&backup.ComplianceLockProps{
			MinRetention:            days(7),
			MaxRetention:            days(2557),
			CoolingOff:              days(14),
			AcknowledgeIrreversible: jsii.Bool(true),
		}),
		Guard:           backup.DeletionGuard_Exempting(breakGlassRole),
		AllowCopiesFrom: &[]backup.CopySource{backup.CopySource_Organization(jsii.String("o-abc1234567"))},
	})
	// end: vault

	// region: plan
	plan := backup.NewTieredBackupPlan(stack, jsii.String("Plan"), &backup.TieredBackupPlanProps{
		Vault:      vault,
		WindowsVss: jsii.Bool(true),
		Tiers: &[]backup.BackupTier{
			backup.BackupTier_Continuous(&backup.ContinuousTierProps{Retention: days(14)}),
			backup.BackupTier_Daily(&backup.SnapshotTierProps{
				Retention:         days(35),
				TimeZone:          awscdk.TimeZone_EUROPE_BERLIN(),
				RecoveryPointTags: &map[string]*string{"tier": jsii.String("daily")},
				CopyTo: &[]backup.CopyTarget{
					backup.CopyTarget_Region(jsii.String("eu-central-1"), &backup.RegionCopyOptions{Retention: days(90)}),
					backup.CopyTarget_Arn(jsii.String("arn:aws:backup:eu-north-1:111122223333:backup-vault:central"), nil),
				},
			}),
			backup.BackupTier_Monthly(&backup.SnapshotTierProps{Retention: days(365), MoveToColdStorageAfter: days(30)}),
			backup.BackupTier_Custom(&backup.CustomTierProps{
				Name: jsii.String("before-closing"),
				Schedule: awsevents.Schedule_Cron(&awsevents.CronOptions{
					Minute: jsii.String("0"),
					Hour:   jsii.String("21"),
					Day:    jsii.String("L"),
				}),
				Retention: days(400),
			}),
		},
	})
	// end: plan

	// region: selection
	gold := backup.NewTagBasedSelection(stack, jsii.String("Gold"), &backup.TagBasedSelectionProps{
		Plan: plan,
		Conditions: &[]backup.TagCondition{
			backup.TagCondition_EqualTo(jsii.String("backup"), jsii.String("gold")),
			backup.TagCondition_NotEquals(jsii.String("stage"), jsii.String("sandbox")),
		},
		ResourceTypes: &[]backup.BackupResourceType{backup.BackupResourceType_DYNAMODB(), backup.BackupResourceType_S3()},
	})
	tagged := *gold.Protect(table, nil).Tagged
	// end: selection
	if len(tagged) != 1 || *tagged[0].Path != "Orders/Table/Resource" {
		panic(fmt.Sprintf("protect: %v", tagged))
	}

	// region: audit
	backup.NewAuditFramework(stack, jsii.String("Audit"), &backup.AuditFrameworkProps{
		Plans: &[]backup.TieredBackupPlan{plan},
		Controls: &[]backup.AuditControl{backup.AuditControl_RestoreTime(&backup.RestoreTimeProps{
			MaxRestoreTime: awscdk.Duration_Hours(jsii.Number(12)),
			ControlScope:   backup.ControlScope_Tag(jsii.String("stage"), jsii.String("production")),
		})},
		Exclude:        &[]backup.AuditControlName{backup.AuditControlName_RESOURCES_PROTECTED_BY_BACKUP_PLAN},
		ConfigRecorder: backup.ConfigRecorder_Existing(),
	})
	// end: audit

	// region: notifications
	events := append(*backup.BackupEvent_Failures(), backup.BackupEvent_BACKUP_JOB_SUCCESSFUL())
	backup.NewNotificationWiring(stack, jsii.String("Alerts"), &backup.NotificationWiringProps{
		Vaults:        &[]interfacesawsbackup.IBackupVaultRef{vault},
		Emails:        jsii.Strings("oncall@example.com"),
		Subscriptions: &[]awssns.ITopicSubscription{awssnssubscriptions.NewSqsSubscription(onCallQueue, nil)},
		Events:        &events,
	})
	// end: notifications

	// region: document
	imported := backup.TieredBackupPlan_FromPlanDocument(stack, jsii.String("Imported"), &backup.PlanDocumentProps{
		Document: &map[string]any{
			"BackupPlanName": "orders",
			"Rules": []any{map[string]any{
				"RuleName":              "daily",
				"TargetBackupVaultName": "orders",
				"StartWindowMinutes":    60,
				"Lifecycle":             map[string]any{"DeleteAfterDays": 35},
			}},
		},
		Vaults: &map[string]interfacesawsbackup.IBackupVaultRef{"orders": vault},
	})
	awscdk.Annotations_Of(imported).AcknowledgeWarning(jsii.String("cdk-compliant-backup:noSelection"), jsii.String("Selected by the stacks of the teams"))
	// end: document

	// region: checks
	awscdk.Validations_Of(app).AddPlugins(backup.NewBackupChecks(app, &backup.BackupChecksProps{
		DynamoDbAdvancedFeatures: jsii.Bool(true),
		MinRetention:             days(7),
		RequiredCopyRegions:      jsii.Strings("eu-central-1"),
		Exclude:                  &[]backup.RuleId{backup.RuleId_RESTORE_TESTED, backup.RuleId_VAULT_NOTIFIES},
		Levels:                   &map[string]backup.RuleLevel{string(backup.RuleId_COPY_ELSEWHERE): backup.RuleLevel_ERROR},
	}))
	// end: checks

	// region: acknowledgments
	awscdk.Validations_Of(scratch).Acknowledge(acknowledgment("Backup-ResourceInPlan", "made again every night"))
	awscdk.Validations_Of(imported).Acknowledge(
		acknowledgment("Backup-RequiredCopies", "copied by the tiers"),
		acknowledgment("BackupChecks::Backup-CopyElsewhere", "copied by the tiers"),
	)
	// end: acknowledgments

	app.Synth(nil)
}

// region: acknowledgment
func acknowledgment(id, reason string) *awscdk.Acknowledgment {
	return &awscdk.Acknowledgment{Id: jsii.String(id), Reason: jsii.String(reason)}
}

// end: acknowledgment

// Every job of this plan fails, because of the lock of the vault.
func refused() {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Refused"), nil)
	vault := backup.NewCompliantVault(stack, jsii.String("Vault"), &backup.CompliantVaultProps{
		VaultName: jsii.String("orders"),
		Lock:      backup.VaultLock_Governance(&backup.GovernanceLockProps{MinRetention: days(30)}),
	})
	defer func() {
		err := recover()
		if err == nil {
			panic("the constructor must reject a plan that does not fit the lock of its vault")
		}
		if fmt.Sprint(err) != refusal {
			panic(err)
		}
	}()
	backup.NewTieredBackupPlan(stack, jsii.String("Plan"), &backup.TieredBackupPlanProps{
		Vault: vault,
		Tiers: &[]backup.BackupTier{backup.BackupTier_Daily(&backup.SnapshotTierProps{Retention: days(7)})},
	})
}

func main() {
	defer jsii.Close()
	orders(os.Args[1])
	refused()
}
