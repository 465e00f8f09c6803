import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { Problem } from '../../src/values/problem';

const SRC = join(__dirname, '..', '..', 'src');
const KEBAB = /^[a-z]+(-[a-z0-9]+)*$/;

/** Parameters that the callers give literal kinds. */
const PASSED_ON = {
  'iam/grammar.ts': 'fault',
  'plan/document-reader.ts': 'key',
  'validation/organization/policy-syntax.ts': 'kind',
  'validation/plan/scans.ts': 'key',
  'validation/vault/cross-account-statements.ts': 'kind',
  'checks/rules/selection/selection-quotas.ts': 'kind',
};
/** The functions and methods that they belong to, by the position of the kind. */
const GIVEN_TO: Readonly<Record<string, number>> = { '.problem': 1, 'problem': 0, 'oneOfProblems': 0, 'faultOf': 1, '.ofElement': 0, '.fault': 1 };

interface Written {
  readonly file: string;
  readonly kind: ts.Expression;
}

/** The kinds of all problems, as the sources write them. */
function kindsIn(file: string): Written[] {
  const found: Written[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Problem') { found.push({ file, kind: node.arguments![0] }); }
    if (ts.isCallExpression(node)) {
      const name = ts.isPropertyAccessExpression(node.expression) ? `.${node.expression.name.text}` : node.expression.getText();
      const kind = Object.hasOwn(GIVEN_TO, name) ? node.arguments[GIVEN_TO[name]] : undefined;
      if (kind) { found.push({ file, kind }); }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.ES2022, true));
  return found;
}

/** The texts of a kind. Undefined if the sources do not tell them. */
function textsOf({ file, kind }: Written): string[] | undefined {
  if (ts.isStringLiteral(kind)) { return [kind.text]; }
  if (ts.isConditionalExpression(kind)) {
    const [yes, no] = [textsOf({ file, kind: kind.whenTrue }), textsOf({ file, kind: kind.whenFalse })];
    return yes && no && [...yes, ...no];
  }
  return undefined;
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && file !== join('values', 'problem.ts'));
const KINDS = FILES.flatMap(kindsIn);

test('every kind of problem is a literal, which contains no value of a user', () => {
  const computed = KINDS.filter((written) => textsOf(written) === undefined).map(({ file, kind }) => [file, kind.getText()]);
  expect(computed.filter(([file, text]) => !Object.entries(PASSED_ON).some(([where, name]) => where === file && name === text))).toEqual([]);
});

test('every kind of problem is in kebab case', () => {
  const kinds = KINDS.flatMap((written) => textsOf(written) ?? []);
  expect(kinds.length).toBeGreaterThan(100);
  expect(kinds.filter((kind) => !KEBAB.test(kind))).toEqual([]);
});

test.each<[string, Problem, string]>([
  ['a problem', new Problem('maximum', 'text'), 'maximum'],
  ['a problem of an entry', new Problem('form', 'text', 'arn:x'), 'form:arn:x'],
  ['another message', new Problem('form', 'text', 'arn:x').of('rule').reworded('other'), 'form:arn:x'],
  ['a problem of an element', new Problem('maximum', 'text').ofElement('wildcards'), 'wildcards-maximum'],
  ['a problem of one of several', new Problem('element', 'text', 'x').about('accounts'), 'element:accounts:x'],
])('the key of %s', (_, { key }, expected) => {
  expect(key).toBe(expected);
});
