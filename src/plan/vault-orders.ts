import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import { deployAfter } from '../cdk/deployment-order';
import { vaultFacts } from '../cdk/vault-facts';

/**
 * Deploys a plan after a vault that its rules back up into. Not necessary: AWS advises to create the vault before the plan, and does not document
 * whether it looks up the vault of a rule when it creates a plan.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html
 */
export function deployAfterVault(plan: Construct, vault: CfnBackupVault): void {
  deployPlanAfter(plan, vault, (first, stack) => ({
    rule: '\'vault\' must be deployed before the plan',
    got: `${first} of the stack '${stack}' after it`,
    fix: `Create the plan in the stack '${stack}', or create the resources that the vault depends on, such as its NotificationWiring, in that stack.`,
    consequence: 'Until the vault exists, backup jobs fail, and AWS Backup might reject the plan.',
  }));
}

/** Deploys a plan after a vault that it copies to. Not necessary: a copy job looks up its vault, so two stacks can copy into each other's vaults. */
export function deployAfterDestination(plan: Construct, vault: CfnBackupVault): void {
  deployPlanAfter(plan, vault, (first, stack) => ({
    rule: '\'copyTo\' must name a vault that is deployed before the plan',
    got: `${first} of the stack '${stack}', which is deployed after it`,
    fix: 'Create that vault in a stack of its own, or deploy both stacks before the first copy job starts.',
    consequence: 'Until the vault exists, copy jobs fail.',
  }));
}

type Explanation = Pick<Parameters<typeof deployAfter>[0], 'rule' | 'got' | 'fix' | 'consequence'>;

function deployPlanAfter(plan: Construct, vault: CfnBackupVault, explain: (first: string, stack: string) => Explanation): void {
  const first = `the vault ${vaultFacts(vault).label}`;
  deployAfter({ after: plan, before: vault, necessary: false, statedBy: plan, first, ...explain(first, vault.stack.node.path) });
}
