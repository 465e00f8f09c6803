import { type TemplateObject, templateObject } from './json';
import { ROLE_ARN } from '../../capabilities/principals';
import type { TemplateSource } from '../template-source';

export interface AccountOfRoles {
  readonly account?: string;
  readonly partition?: string;
}

/** The property with the role of each type of selection. */
const ROLES: ReadonlyMap<unknown, (properties: TemplateObject) => unknown> = new Map([
  ['AWS::Backup::BackupSelection', (properties: TemplateObject) => templateObject(properties.BackupSelection).IamRoleArn],
  ['AWS::Backup::RestoreTestingSelection', (properties: TemplateObject) => properties.IamRoleArn],
]);

/**
 * The account of an application, from the roles that its selections name, because a role can be passed to AWS Backup only in its own account.
 * Undefined if the roles disagree.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function accountsOfRoles(sources: readonly TemplateSource[]): ReadonlyMap<string, AccountOfRoles> {
  const open = sources.filter(({ account }) => account === undefined);
  const applications = [...new Set(open.map(({ application = '' }) => application))];
  return new Map(applications.map((application) => {
    const roles = open.filter((source) => (source.application ?? '') === application).flatMap(rolesOf);
    const [accounts, partitions] = [2, 1].map((group) => [...new Set(roles.map((role) => role[group]))]);
    return [application, accounts.length === 1 && partitions.length === 1 ? { account: accounts[0], partition: partitions[0] } : {}];
  }));
}

function rolesOf({ template }: TemplateSource): RegExpExecArray[] {
  return Object.values(templateObject(templateObject(template).Resources)).flatMap((resource) => {
    const { Type: type, Properties: properties } = templateObject(resource);
    const arn = ROLES.get(type)?.(templateObject(properties));
    const role = typeof arn === 'string' ? ROLE_ARN.pattern.exec(arn) : null;
    return role ? [role] : [];
  });
}
