import type { Element, Perhaps, PolicyDocument, Statement } from './document';
import { lower, matches } from './patterns';
import { type Answer, anyOf, not } from '../values/answer';
import type { Written } from '../values/fragments';
import { tokensOf } from '../values/possible-matches';
import { UNKNOWN } from '../values/unknown';
import { isLike } from '../values/wildcards';

/** A statement that names an action, or might name it. */
export interface About {
  readonly statement: Perhaps<Statement>;
  readonly namesAction: Exclude<Answer, false>;
}

const known = new WeakMap<PolicyDocument, Map<string, readonly About[]>>();

/** The statements of a document that are about an action. The same actions are evaluated for each resource, so the result is kept. */
export function statementsAbout(document: PolicyDocument, action: string): readonly About[] {
  const byAction = known.get(document) ?? new Map<string, readonly About[]>();
  known.set(document, byAction);
  const lowercase = action.toLowerCase();
  const found = byAction.get(lowercase) ?? document.statements.flatMap((statement): About[] => {
    const namesAction = statement === UNKNOWN ? UNKNOWN : covers(statement.actions, lowercase);
    return namesAction === false ? [] : [{ statement, namesAction }];
  });
  byAction.set(lowercase, found);
  return found;
}

/** Not case-sensitive. */
function covers({ negated, items }: Element<Written>, action: string): Answer {
  const answer = anyOf(items.map((item) => {
    if (item === UNKNOWN) { return UNKNOWN; }
    return typeof item === 'string' ? isLike(action, item.toLowerCase(), '?') : matches(lower(tokensOf(item, '*?')), tokensOf(action, ''));
  }));
  return negated ? not(answer) : answer;
}
