const VAULT = `  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders
      LockConfiguration: { MinRetentionDays: 30 }
`;

/** A vault with a lock of at least 30 days. */
export const VAULT_YAML = `Resources:
${VAULT}`;

/** A plan with a vault, and a retention of 7 days by default. */
export function planYaml(vault: string, days = '7'): string {
  return `# a comment
Parameters:
  Days: { Type: Number }
Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: !Sub '\${AWS::StackName}-plan'
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: ${vault}
            Lifecycle:
              DeleteAfterDays: ${days}
`;
}

/** A retention of 7 days in such a vault: one error, in line 14 and column 13. */
export const FAULTY_YAML = planYaml('!Ref Vault') + VAULT;

/** The same with a retention that is unknown before deployment. */
export const OPEN_YAML = FAULTY_YAML.replace('DeleteAfterDays: 7', 'DeleteAfterDays: !Ref Days');

/** The same with a retention that a deployment can change. */
export const DEFAULT_YAML = OPEN_YAML.replace('Type: Number', 'Type: Number, Default: 7');

/** The same, with the error in line 13 and column 39. */
export const FAULTY_JSON = `{
  "Resources": {
    "Vault": {
      "Type": "AWS::Backup::BackupVault",
      "Properties": { "BackupVaultName": "orders", "LockConfiguration": { "MinRetentionDays": 30 } }
    },
    "Plan": {
      "Type": "AWS::Backup::BackupPlan",
      "Properties": {
        "BackupPlan": {
          "BackupPlanName": "a \\"plan\\" {[",
          "BackupPlanRule": [
            { "RuleName": "daily", "Lifecycle": { "DeleteAfterDays": 7 }, "TargetBackupVault": { "Ref": "Vault" } }
          ]
        }
      }
    }
  }
}
`;

/** Only the rule of these templates, so that other rules do not matter. */
export const ONE_RULE = ['--include', 'Backup-RuleFitsVaultLock'];

export const MESSAGE = 'rule \'daily\': \'Lifecycle.DeleteAfterDays\' must be at least 30 days, the minimum of the lock of the vault \'orders\', got 7 days. '
  + 'Change it, or use a vault with another lock. AWS Backup accepts the plan, but every job into this vault fails.';
