import { type PolicyJson, type PolicyPath, isPolicyObject } from './policy-json';
import {
  type PolicyElement, BACKUP_POLICY_SYNTAX, CHILD_OPERATOR, CHILD_OPERATOR_VALUES, LIST_OPERATORS, VALUE_OPERATORS,
} from '../../capabilities/organization-policies';
import { Problem } from '../../values/problem';

/** An error if AWS Organizations certainly rejects the policy. */
export interface SyntaxProblem {
  readonly isError: boolean;
  readonly problem: Problem;
}

/** Keys and operators that the syntax does not have, and parts of another kind. Unknown parts are not checked. */
export function syntaxProblems(name: string, policy: PolicyJson): SyntaxProblem[] {
  return new Syntax(name).element(policy, BACKUP_POLICY_SYNTAX, []);
}

class Syntax {
  constructor(private readonly name: string) {}

  public element(json: PolicyJson, element: PolicyElement, path: PolicyPath): SyntaxProblem[] {
    if (isPolicyObject(json)) {
      return Object.entries(json).flatMap(([key, value]) => (
        key.startsWith('@@') ? this.operator(key, value, element, path) : this.key(key, value, element, path)
      ));
    }
    if (!Array.isArray(json) && !isPlain(json)) { return []; }
    return typeof element === 'object'
      ? [this.fault(path, 'no-object', `must be an object, got ${kindOf(json)}`, 'Write the names as its keys.')]
      : [this.fault(path, 'no-operator', `should set its value with an operator, got ${kindOf(json)}`, 'Write {"@@assign": …}.', false)];
  }

  private key(key: string, value: PolicyJson, element: PolicyElement, path: PolicyPath): SyntaxProblem[] {
    if (typeof element === 'object' && 'each' in element) { return this.element(value, element.each, [...path, key]); }
    const keys = typeof element === 'object' ? element.keys : undefined;
    if (keys && Object.hasOwn(keys, key)) { return this.element(value, keys[key], [...path, key]); }
    const names = keys ? Object.keys(keys) : VALUE_OPERATORS;
    const meant = names.find((each) => squeezed(each) === squeezed(key));
    return [this.fault([...path, key], 'key', 'is not in the syntax of backup policies', meant === undefined ? `Use ${names.join(', ')}.` : `Did you mean '${meant}'?`)];
  }

  private operator(operator: string, value: PolicyJson, element: PolicyElement, path: PolicyPath): SyntaxProblem[] {
    const at = [...path, operator];
    if (operator === CHILD_OPERATOR) {
      return [value].flat().filter((each) => typeof each === 'string' && !CHILD_OPERATOR_VALUES.includes(each))
        .map((each) => [each, this.fault(at, 'child', `must be a list of ${CHILD_OPERATOR_VALUES.join(', ')}, got '${String(each)}'`, 'Use only these values.')] as const)
        .map(([each, { isError, problem }]) => ({ isError, problem: problem.about(String(each)) }));
    }
    if (!(VALUE_OPERATORS as readonly string[]).includes(operator)) {
      return [this.fault(at, 'operator', 'is not an operator of policies', `Use ${[...VALUE_OPERATORS, CHILD_OPERATOR].join(', ')}.`)];
    }
    if (typeof element === 'object') { return []; } // no source states what an operator does to a whole object
    if (element === 'text' && LIST_OPERATORS.includes(operator)) { return [this.fault(at, 'list-operator', 'is for lists only', 'Use @@assign.')]; }
    const isWrong = element === 'list' ? isPlain(value) || isPolicyObject(value) : Array.isArray(value) || isPolicyObject(value);
    return isWrong ? [this.fault(at, 'kind', `should be a ${element === 'list' ? 'list' : 'string'}, got ${kindOf(value)}`, 'Change it.', false)] : [];
  }

  private fault(path: PolicyPath, kind: string, rule: string, fix: string, isError = true): SyntaxProblem {
    const where = [this.name, ...path].join('.');
    return { isError, problem: new Problem(kind, `'${where}' ${rule}. ${fix}`, path.join('.')) };
  }
}

function isPlain(json: PolicyJson): json is string | number | boolean | null {
  return json === null || ['string', 'number', 'boolean'].includes(typeof json);
}

function kindOf(json: PolicyJson): string {
  if (Array.isArray(json)) { return 'a list'; }
  return isPlain(json) ? `'${String(json)}'` : 'an object';
}

/** As in the API: `ScheduleExpression` is `schedule_expression`. */
function squeezed(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}
