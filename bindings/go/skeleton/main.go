package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	backup "github.com/example/cdk-compliant-backup-go/cdkcompliantbackup"
)

func days(amount float64) awscdk.Duration {
	return awscdk.Duration_Days(jsii.Number(amount))
}

// NewOrdersStack creates a table and its backups.
func NewOrdersStack(scope constructs.Construct, id string, props *awscdk.StackProps) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, props)
	orders := awsdynamodb.NewTableV2(stack, jsii.String("Orders"), &awsdynamodb.TablePropsV2{
		PartitionKey: &awsdynamodb.Attribute{Name: jsii.String("id"), Type: awsdynamodb.AttributeType_STRING},
	})

	plan := backup.NewTieredBackupPlan(stack, jsii.String("Plan"), &backup.TieredBackupPlanProps{
		Vault: backup.NewCompliantVault(stack, jsii.String("Vault"), nil),
		Tiers: &[]backup.BackupTier{
			backup.BackupTier_Daily(&backup.SnapshotTierProps{Retention: days(35)}),
			backup.BackupTier_Monthly(&backup.SnapshotTierProps{Retention: days(365)}),
		},
	})
	gold := backup.NewTagBasedSelection(stack, jsii.String("Gold"), &backup.TagBasedSelectionProps{
		Plan:       plan,
		Conditions: &[]backup.TagCondition{backup.TagCondition_EqualTo(jsii.String("backup"), jsii.String("gold"))},
	})
	gold.Protect(orders, nil)
	return stack
}

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	NewOrdersStack(app, "Orders", &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("111122223333"), Region: jsii.String("eu-west-1")},
	})
	awscdk.Validations_Of(app).AddPlugins(backup.NewValidityChecks(app, nil), backup.NewCoverageChecks(app, nil))
	app.Synth(nil)
}
