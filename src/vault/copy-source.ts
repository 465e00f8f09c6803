import { Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CROSS_ACCOUNT_ACTION } from '../capabilities/vault-policies';
import { type WrongKinds, literalText, required, text, wrongKinds } from '../cdk/kinds';
import { knownOf } from '../cdk/measures';
import { accountProblems } from '../validation/vault/access-policy';
import { Problem } from '../values/problem';

/**
 * Who can copy recovery points into a vault from another account.
 *
 * @example
 * new CompliantVault(this, 'Vault', { allowCopiesFrom: [CopySource.organization('o-abc1234567')] });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export class CopySource {
  /**
   * Every principal of one account whose own policies allow it to copy.
   *
   * @param accountId The account ID, which has twelve digits.
   */
  public static account(accountId: string): CopySource {
    return new CopySource(
      (name) => accountProblems(name, knownOf(accountId)),
      () => ({ principals: [new iam.AccountPrincipal(accountId)] }),
      wrongKinds({ accountId }, { accountId: required(text) }),
      accountId,
    );
  }

  /**
   * Every account of an organization.
   *
   * @param organizationId The ID of the organization, such as `o-abc1234567`.
   */
  public static organization(organizationId: string): CopySource {
    return new CopySource((name) => organizationProblems(name, organizationId), () => ({
      principals: [new iam.AnyPrincipal()],
      conditions: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
    }), wrongKinds({ organizationId }, { organizationId: required(text) }));
  }

  /**
   * Every account of an organizational unit and of the units under it.
   *
   * @param organizationPath The path from the organization down to the unit, such as `o-abc1234567/r-ab12/ou-ab12-11111111`.
   */
  public static organizationalUnit(organizationPath: string): CopySource {
    const path = () => organizationPath.replace(/\/\*?$/, '');
    return new CopySource((name) => pathProblems(name, path()), () => ({
      principals: [new iam.AnyPrincipal()],
      conditions: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': [`${path()}/*`] } },
    }), wrongKinds({ organizationPath }, { organizationPath: required(literalText) }));
  }

  private constructor(
    /** @internal */
    public readonly _problems: (name: string) => Problem[],
    private readonly who: () => Pick<iam.PolicyStatementProps, 'principals' | 'conditions'>,
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
    /**
     * Set if the source is one account.
     *
     * @internal
     */
    public readonly _account?: string,
  ) {}

  /** @internal */
  public _statement(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      effect: iam.Effect.ALLOW,
      actions: [CROSS_ACCOUNT_ACTION.action],
      resources: ['*'],
      ...this.who(),
    });
  }
}

// The Organizations API requires 10 to 32 characters after 'o-'. Examples use shorter ids, so the length is not checked.
function organizationProblems(name: string, id: string): Problem[] {
  return Token.isUnresolved(id) || /^o-[a-z0-9]+$/.test(id)
    ? []
    : [new Problem('organization', `'${name}' must be an organization ID such as 'o-abc1234567', got '${id}'. Use the ID that AWS Organizations shows.`)];
}

function pathProblems(name: string, path: string): Problem[] {
  return Token.isUnresolved(path) || /^o-[a-z0-9]+\/r-[a-z0-9]+(\/ou-[a-z0-9]+-[a-z0-9]+)+$/.test(path)
    ? []
    : [new Problem('path', `'${name}' must be the path of an organizational unit such as 'o-abc1234567/r-ab12/ou-ab12-11111111', got '${path}'. `
      + 'AWS compares the whole path, so the ID of the unit alone matches nothing. Write the path from the organization down.')];
}
