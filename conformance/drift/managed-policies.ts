import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { AWS_MANAGED_POLICIES } from '../../src/capabilities/aws-managed-policies';
import { ROLE_KEY_USE, VAULT_KEY_USE } from '../../src/capabilities/permissions';
import { resourceTypeOf, type ResourceTypeId } from '../../src/capabilities/resource-types';
import { type RoleAction, CROSS_ACCOUNT_COPY_ACTIONS, INSTANCE_PROFILE_ACTION, RECOVERY_POINT_TAG_ACTION, ROLE_ACTIONS } from '../../src/capabilities/role-actions';
import { ROLE_POLICIES } from '../../src/capabilities/role-policies';
import { type Context, type Perhaps, type PolicyDocument, evaluatePolicies, readDocument } from '../../src/iam';
import { type RoleRequest, isAllowed } from '../../src/validation/selection/role-permissions';
import { UNKNOWN } from '../../src/values/unknown';

/** An AWS managed policy as moto has it. */
interface Published {
  readonly Document: object;
  readonly UpdateDate: string;
}

/** All AWS managed policies, as data: the module contains JSON in a string. */
export function readManagedPolicies(python: string): Readonly<Record<string, Published>> {
  const program = 'from moto.iam.aws_managed_policies import aws_managed_policies_data as data; print(data)';
  return JSON.parse(execFileSync(python, ['-c', program], { maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' })) as Record<string, Published>;
}

interface Question {
  readonly action: RoleAction;
  readonly request: RoleRequest;
}

export interface ComparedPolicies {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** What our table says that each policy allows, with its document. */
export function comparePolicies(published: Readonly<Record<string, Published>>): ComparedPolicies {
  const questions = [...allQuestions(), ...KEY_QUESTIONS];
  const differences = AWS_MANAGED_POLICIES.flatMap(({ name, statements, source }) => {
    if (!(name in published)) { return [`${name} is not an AWS managed policy`]; }
    const { Document: theirs, UpdateDate: date } = published[name];
    const ours = readDocument({ Version: '2012-10-17', Statement: statements as never });
    const real = readDocument(theirs as never);
    return [
      ...source.asOf === date.slice(0, 10) ? [] : [`${name} is of ${date.slice(0, 10)}, and in our table of ${source.asOf}`],
      ...questions.filter(({ action, request }) => differ(allows(ours, action, request), allows(real, action, request)))
        .map(({ action }) => `${name}: AWS and our table differ about ${action.anyOf.join()}`),
    ];
  });
  return { compared: AWS_MANAGED_POLICIES.length * questions.length, differences: [...differences, ...missingFromPolicies(published)] };
}

/** A condition of a policy is met by AWS Backup, so that what is unknown counts as allowed. */
function differ(ours: unknown, theirs: unknown): boolean {
  return (ours === false) !== (theirs === false);
}

function allows(document: Perhaps<PolicyDocument>, action: RoleAction, request: RoleRequest) {
  if (request.resource === KEY) { return allowsOnKey(document, action.anyOf[0]); }
  return isAllowed({ policies: [document], boundary: undefined }, { ...action, byResourcePolicy: false }, request);
}

const ACCOUNT = '111122223333';
const OWNER = readDocument({ Statement: { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' } });

/** The policy of the key leaves the decision to the policies of the account. */
function allowsOnKey(document: Perhaps<PolicyDocument>, action: string) {
  const caller = { kind: 'role', account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:role/backup` } as const;
  const context: Context = { values: new Map(), others: UNKNOWN };
  return evaluatePolicies({ caller, action, resource: KEY, account: ACCOUNT, context }, { identity: [document], resource: OWNER }).allowed;
}

/** Every action by itself. */
function allQuestions(): Question[] {
  const ofTypes = Object.entries(ROLE_ACTIONS).flatMap(([id, actions]) => Object.values(actions).flatMap((list: readonly RoleAction[]) => list)
    .flatMap((action) => action.anyOf.map((each): Question => (
      { action: { ...action, anyOf: [each] }, request: { resource: resourceOf(id as ResourceTypeId) } }
    ))));
  return [
    ...ofTypes,
    ...CROSS_ACCOUNT_COPY_ACTIONS.actions.map((action) => ({ action, request: {} })),
    ...[INSTANCE_PROFILE_ACTION, RECOVERY_POINT_TAG_ACTION].map(({ action }) => ({ action, request: {} })),
  ];
}

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A policy of a key can allow them too. */
const KEY_QUESTIONS = VAULT_KEY_USE.actions.map((action): Question => (
  { action: { anyOf: [action], on: 'resource', byResourcePolicy: true, certainty: 'verified' }, request: { resource: KEY } }));


/** A resource of the type. */
function resourceOf(id: ResourceTypeId): string {
  const [service, region, account, ...rest] = resourceTypeOf(id).selectionArn.split(':');
  return `arn:aws:${service}:${region && 'eu-west-1'}:${account && '111122223333'}:${rest.join(':').replace(/\*/g, 'orders')}`;
}

/** The policies for backups and restores contain every action that we say a role needs. */
function missingFromPolicies(published: Readonly<Record<string, Published>>): string[] {
  const documents = Object.values(ROLE_POLICIES)
    .map((name) => readDocument(published[name].Document as never));
  const ofEveryKey = KEY_QUESTIONS.filter(({ action }) => ROLE_KEY_USE.actions.includes(action.anyOf[0]));
  const needed = [ROLE_POLICIES.backup, ROLE_POLICIES.restore].flatMap((name) => ofEveryKey
    .filter(({ action, request }) => allows(readDocument(published[name].Document as never), action, request) === false)
    .map(({ action }) => `${name} does not allow ${action.anyOf.join()} on every key`));
  const missing = allQuestions().filter(({ action, request }) => documents.every((document) => allows(document, action, request) === false))
    .map(({ action }) => `no policy of AWS for backup roles allows ${action.anyOf.join()}`);
  return [...needed, ...missing];
}

const SERVICES = join(__dirname, '..', '..', 'node_modules', '@cloud-copilot', 'iam-data', 'data', 'actions');

interface ServiceAction {
  readonly resourceTypes: readonly { readonly required: boolean }[];
}

/** Actions that no service has, and actions on a resource that names no resource. */
export function compareActions(): ComparedPolicies {
  const questions = [...allQuestions(), ...KEY_QUESTIONS];
  const differences = questions.flatMap(({ action: { anyOf: [name], on } }) => {
    const [service, ...rest] = name.split(':');
    const actions = JSON.parse(readFileSync(join(SERVICES, `${service}.json`), 'utf8')) as Record<string, ServiceAction>;
    const [, found] = Object.entries(actions).find(([each]) => each.toLowerCase() === rest.join(':').toLowerCase()) ?? [];
    if (!found) { return [`${name} is not an action`]; }
    const namesResource = found.resourceTypes.some(({ required }) => required);
    return on === 'resource' && !namesResource ? [`${name} does not require a resource, and our table says that it names the protected one`] : [];
  });
  return { compared: questions.length, differences };
}
