import { App, Stack, Validations } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { RuleId, RuleLevel, ValidityChecks } from '../../src';

/** Has one finding, of the level in the environment, or none. */
const app = new App();
new CfnBackupVault(new Stack(app, 'Backups'), 'Vault', { backupVaultName: process.env.LEVEL === 'none' ? 'orders' : 'o' });
const level = process.env.LEVEL === 'error' ? RuleLevel.ERROR : RuleLevel.WARNING;
Validations.of(app).addPlugins(new ValidityChecks(app, { include: [RuleId.VAULT_NAME], levels: { [RuleId.VAULT_NAME]: level } }));
