package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/jsii-runtime-go"
	backup "github.com/example/cdk-compliant-backup-go/cdkcompliantbackup"
)

func TestABackupOfEachDayIsKeptFor35Days(t *testing.T) {
	template := assertions.Template_FromStack(NewOrdersStack(awscdk.NewApp(nil), "Orders", nil), nil)
	daily := assertions.Match_ObjectLike(&map[string]any{"RuleName": "daily", "Lifecycle": map[string]any{"DeleteAfterDays": 35}})
	template.HasResourceProperties(jsii.String("AWS::Backup::BackupPlan"), map[string]any{
		"BackupPlan": map[string]any{"BackupPlanRule": assertions.Match_ArrayWith(&[]any{daily})},
	})
}

// expectPanic fails the test unless its function panics with a message that starts with the given text. Call it with defer.
func expectPanic(t *testing.T, start string) {
	if message := fmt.Sprint(recover()); !strings.HasPrefix(message, start) {
		t.Errorf("got %s", message)
	}
}

func TestARetentionBelowTheLockIsAnError(t *testing.T) {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Backups"), nil)
	vault := backup.NewCompliantVault(stack, jsii.String("Vault"), &backup.CompliantVaultProps{
		VaultName: jsii.String("orders"),
		Lock:      backup.VaultLock_Governance(&backup.GovernanceLockProps{MinRetention: days(30)}),
	})

	defer expectPanic(t, "TieredBackupPlan 'Backups/Plan': tier 'daily': 'retention' must be at least 30 days")
	backup.NewTieredBackupPlan(stack, jsii.String("Plan"), &backup.TieredBackupPlanProps{
		Vault: vault,
		Tiers: &[]backup.BackupTier{backup.BackupTier_Daily(&backup.SnapshotTierProps{Retention: days(7)})},
	})
}

func TestAShortAccountIdIsAnError(t *testing.T) {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Backups"), nil)
	vault := backup.NewCompliantVault(stack, jsii.String("Vault"), nil)

	defer expectPanic(t, "Error: CompliantVault 'Backups/Vault': 'accountId' must be")
	vault.ShareKeyWith(jsii.String("1234"))
}
