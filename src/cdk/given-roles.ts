import { type IRole, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import { problemOf } from './problems';
import type * as RoleDocuments from './role-documents';
import { WhenComplete } from './when-complete';
import type { Problem } from '../values/problem';

/** A role of the app that a construct uses. */
export interface GivenRole {
  readonly construct: Construct;
  readonly role: IRole;
  /** Returns the errors, and adds the warnings to the construct. */
  readonly judge: (documents: RoleDocuments.RoleDocuments) => readonly Problem[];
}

/** Judges the policies of a role when the app is complete, because they can be extended until then. The policies of other roles are unknown. */
export function judgeWhenComplete(given: GivenRole): void {
  GIVEN.add(given);
}

const GIVEN = new WhenComplete<GivenRole>(problemsOf);

function problemsOf(all: readonly GivenRole[], stage: IConstruct): string[] {
  const inApp = all.flatMap(({ role, ...others }) => {
    const resource = roleResource(role);
    // The policies of a role from `withoutPolicyUpdates()` are managed elsewhere
    return resource?.node.scope === role ? [{ resource, ...others }] : [];
  });
  if (inApp.length === 0) { return []; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the evaluator is loaded only when a policy is judged
  const { readRoles } = require('./role-documents') as typeof RoleDocuments;
  const documentsOf = readRoles(stage);
  return inApp.flatMap(({ construct, resource, judge }) => {
    const documents = documentsOf(resource);
    return documents ? judge(documents).map((problem) => problemOf(construct, problem)) : [];
  });
}

/** The resource of a role of the app. */
export function roleResource(role: IRole): CfnRole | undefined {
  return [role, role.node.defaultChild].find((construct) => CfnRole.isCfnRole(construct));
}
