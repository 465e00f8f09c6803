import { Stage } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import type * as RoleDocuments from './role-documents';
import type { Problem } from '../values/problem';

/** A role of the app that a construct uses. */
export interface GivenRole {
  readonly construct: Construct;
  readonly role: iam.IRole;
  /** Returns the errors, and adds the warnings to the construct. */
  readonly judge: (documents: RoleDocuments.RoleDocuments) => readonly Problem[];
}

/** Judges the policies of a role when the app is complete, because they can be extended until then. The policies of other roles are unknown. */
export function judgeWhenComplete(given: GivenRole): void {
  const stage = Stage.of(given.construct) ?? given.construct.node.root;
  const others = GIVEN.get(stage);
  if (others) {
    others.push(given);
    return;
  }
  const all = [given];
  GIVEN.set(stage, all);
  stage.node.addValidation({ validate: () => problemsOf(stage, all) });
}

/** By Stage. One walk of the Stage serves all of its constructs. */
const GIVEN = new WeakMap<IConstruct, GivenRole[]>();

function problemsOf(stage: IConstruct, all: readonly GivenRole[]): string[] {
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
    return documents ? judge(documents).map(({ message }) => `${construct.constructor.name} '${construct.node.path}': ${message}`) : [];
  });
}

/** The resource of a role of the app. */
export function roleResource(role: iam.IRole): CfnRole | undefined {
  return [role, role.node.defaultChild].find((construct) => CfnRole.isCfnRole(construct));
}
