import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { CopySource } from './copy-source';
import { actionsOf, statementAllowance, deniesEveryone, isConditional, judgment } from '../cdk/policy-statements';
import { type Warning, warningOf } from '../cdk/warnings';
import { type GuardWarning, missingDenials } from '../validation/vault/access-policy';
import { type CrossAccountFault, crossAccountFaults } from '../validation/vault/cross-account-statements';
import { sealedLockWarnings } from '../validation/vault/sealed-policy';
import type { VaultOwner } from '../validation/vault/vault-owner';
import type { Problem } from '../values/problem';
import type { Value } from '../values/unknown';

/** The access policy of a vault: the statements of the guard, and then those that are added. */
export class VaultAccessPolicy {
  private readonly added: iam.PolicyStatement[] = [];
  private readonly admittedAccounts = new Set<string>();

  /** @param account the account of the vault */
  constructor(private readonly guard: iam.PolicyStatement[], private readonly account: Value<string>) {}

  public add(statement: iam.PolicyStatement): void {
    this.added.push(statement);
  }

  /** Allows a source to copy into the vault. A second call with the same account changes nothing. */
  public admit(source: CopySource): void {
    if (source._account !== undefined) {
      if (this.admittedAccounts.has(source._account)) { return; }
      this.admittedAccounts.add(source._account);
    }
    this.add(source._statement());
  }

  public render(): iam.PolicyDocument | undefined {
    const statements = this.statements();
    return statements.length > 0 ? new iam.PolicyDocument({ statements }) : undefined;
  }

  /** What leaves recovery points open to manual deletion, and what makes a later deployment fail. */
  public warnings(vault: Construct, owner: VaultOwner, hasLock: boolean): Warning[] {
    const denials = this.statements().filter(deniesEveryone);
    const sealed = denials.filter((statement) => !isConditional(statement)).flatMap(actionsOf);
    return [
      ...this.guardWarnings(vault, owner, denials),
      ...(hasLock ? sealedLockWarnings('The access policy', sealed) : []).map(warningOf('sealedLock')),
      ...this.statements().flatMap((statement) => this.faultsOf(statement)).filter(({ isRejected }) => !isRejected).map(({ problem }) => problem)
        .map(warningOf('crossAccountStatement')),
    ];
  }

  private guardWarnings(vault: Construct, owner: VaultOwner, denials: readonly iam.PolicyStatement[]): GuardWarning[] {
    const missing = missingDenials('The access policy', denials.map(actionsOf), this.statements().length > 0);
    return missing.length > 0 ? missing : judgment().guardBreaches(vault, this.statements(), owner);
  }

  /** What makes AWS Backup reject the policy. Call this when the app is complete: a statement can still change after it is added. */
  public problems(vault: Construct): Problem[] {
    return [
      ...this.statements().flatMap((statement) => this.problemsOf(statement)),
      ...judgment().policyGrammarProblems(vault, this.statements()),
    ];
  }

  public problemsOf(statement: iam.PolicyStatement): Problem[] {
    return this.faultsOf(statement).filter(({ isRejected }) => isRejected).map(({ problem }) => problem);
  }

  private faultsOf(statement: iam.PolicyStatement): CrossAccountFault[] {
    const allowance = statementAllowance(statement);
    return allowance ? crossAccountFaults(allowance.allButNamed ? 'notActions' : 'actions', allowance, this.account) : [];
  }

  private statements(): iam.PolicyStatement[] {
    return [...this.guard, ...this.added];
  }
}
