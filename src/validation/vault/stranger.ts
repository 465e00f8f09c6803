import { type Caller, type ContextValues, type Json, type JsonObject, type Request, ALL_RIGHTS, UNRELATED_ADDRESSES, evaluatePolicies, isJsonObject, readDocument } from '../../iam';
import type { Answer } from '../../values/answer';
import { UNKNOWN } from '../../values/unknown';

const ACCOUNT = '000000000000';
const ARN = `arn:aws:iam::${ACCOUNT}:user/Z9/stranger`;
const STRANGER: Caller = { kind: 'user', account: ACCOUNT, arn: ARN };

/** The context of every request of the stranger. */
const PRESENT: Readonly<Record<string, ContextValues>> = {
  'aws:principalaccount': [ACCOUNT],
  'aws:principalarn': [ARN],
  'aws:principalisawsservice': ['false'],
  'aws:principaltype': ['User'],
  'aws:securetransport': ['true'],
  'aws:viaawsservice': ['false'],
};

/** A stranger whose account is in no organization, and one of another organization, each with addresses that have nothing in common. */
const STRANGERS = [{}, { 'aws:principalorgid': ['o-z9z9z9z9z9'], 'aws:principalorgpaths': ['o-z9z9z9z9z9/r-z9z9/ou-z9z9-z9z9z9z9/'] }]
  .map((own) => UNRELATED_ADDRESSES.map((address): typeof PRESENT => ({ ...PRESENT, 'aws:sourceip': [address], ...own })));

/**
 * Context keys that no request has of an IAM user without tags or MFA, whose account is in no organization and who calls over the internet.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const ABSENT = new RegExp(`^aws:(${[
  'calledvia', 'calledviafirst', 'calledvialast', 'federatedprovider', 'multifactorauthage', 'multifactorauthpresent', 'principalorgid', 'principalorgpaths',
  'principalservicename', 'principalservicenameslist', 'principaltag/.*', 'sourceaccount', 'sourcearn', 'sourceidentity', 'sourceorgid', 'sourceorgpaths',
  'sourcevpc', 'sourcevpcarn', 'sourcevpce', 'tokenissuetime', 'vpcsourceip',
].join('|')})$`);

/** Whether the condition of a statement for everyone keeps out a stranger, who has nothing to do with the account. */
export function excludesStrangers(condition: Json): Answer {
  if (condition === undefined) { return false; }
  if (!isJsonObject(condition)) { return UNKNOWN; }
  const resource = readDocument({ Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', Condition: withWholeArns(condition) } });
  const keys = Object.values(condition).flatMap((block) => (isJsonObject(block) ? Object.keys(block) : [])).map((key) => key.toLowerCase());
  const gets = (present: typeof PRESENT) => {
    const values = new Map(keys.map((key): [string, ContextValues] => [key, present[key] ?? (ABSENT.test(key) ? undefined : UNKNOWN)]));
    const request: Request = { caller: STRANGER, action: 'backup:StartRestoreJob', resource: UNKNOWN, account: '111111111111', context: { values, others: UNKNOWN } };
    return evaluatePolicies(request, { identity: [ALL_RIGHTS], resource }).allowed === true;
  };
  return !STRANGERS.some((addresses) => addresses.every(gets));
}

/** IAM does not document an asterisk alone for the operators of ARNs. It can only mean every ARN. */
function withWholeArns(condition: JsonObject): Json {
  return Object.fromEntries(Object.entries(condition).map(([operator, block]) => [
    operator,
    /arn/i.test(operator) && isJsonObject(block) ? Object.fromEntries(Object.entries(block).map(([key, given]) => [key, wholeArns(given)])) : block,
  ]));
}

function wholeArns(given: Json): Json {
  if (Array.isArray(given)) { return (given as readonly Json[]).map(wholeArns); }
  return given === '*' ? 'arn:*:*:*:*:*' : given;
}
