import * as iam from 'aws-cdk-lib/aws-iam';
import type { CopySource } from './copy-source';
import { knownOf } from '../cdk/measures';
import { deletionGuardWarnings } from '../validation/vault/access-policy';

/** The access policy of a vault: first what the guard denies, then what is added. */
export class VaultAccessPolicy {
  private readonly added: iam.PolicyStatement[] = [];
  private readonly admittedAccounts = new Set<string>();

  constructor(private readonly guard: iam.PolicyStatement[]) {}

  public add(statement: iam.PolicyStatement): void {
    this.added.push(statement);
  }

  /** Lets a source copy into the vault; an account once. */
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

  /** What is missing for recovery points to be safe from deletion by hand. */
  public warnings(): ReturnType<typeof deletionGuardWarnings> {
    return deletionGuardWarnings(this.statements().filter(deniesEveryone).map((statement) => statement.actions.map(knownOf)));
  }

  private statements(): iam.PolicyStatement[] {
    return [...this.guard, ...this.added];
  }
}

function deniesEveryone(statement: iam.PolicyStatement): boolean {
  return statement.effect === iam.Effect.DENY
    && statement.principals.some((principal) => Object.values(principal.policyFragment.principalJson).flat().includes('*'))
    && statement.resources.includes('*');
}
