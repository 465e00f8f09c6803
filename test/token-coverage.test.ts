import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { LISTS, NUMBERS, TEXTS } from './token-rows';

/** Values that must be known at synthesis. */
const EXEMPT = [
  // The Region of the stack that it creates
  'CopyTarget.region(region)',
  // Looked up in `vaults`, and not rendered
  'document.TargetBackupVaultName',
  // The features of a type depend on its name
  'BackupResourceType.of(resourceType)',
  'document.ResourceTypes',
];

const SOURCES = path.join(__dirname, '../src');
const parse = (file: string) => ts.createSourceFile(file, fs.readFileSync(path.join(SOURCES, file), 'utf8'), ts.ScriptTarget.ES2022, true);
const TOKENABLE = /^(string|number|Duration|Schedule|TimeZone)(\[\])?$|^\{ \[\w+: string\]: (string|number) \}$/;
const isTokenable = (type: ts.TypeNode | undefined) => (type?.getText() ?? '').split('|').some((each) => TOKENABLE.test(each.trim()));

/** The declarations that `index.ts` exports, except packs, which read templates and reject tokens. */
function publicDeclarations(): ts.Statement[] {
  return parse('index.ts').statements.filter(ts.isExportDeclaration)
    .filter(({ moduleSpecifier }) => !(moduleSpecifier as ts.StringLiteral).text.startsWith('./checks/')).flatMap(({ moduleSpecifier, exportClause }) => {
      const names = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : undefined;
      const { statements } = parse(`${(moduleSpecifier as ts.StringLiteral).text}.ts`);
      return statements.filter((each) => ts.isInterfaceDeclaration(each) || ts.isClassDeclaration(each))
        .filter((each) => names?.includes(each.name!.text) ?? true);
    });
}

function isPublicFactory({ modifiers, name }: ts.MethodDeclaration): boolean {
  return !name.getText().startsWith('_') && [ts.SyntaxKind.PublicKeyword, ts.SyntaxKind.StaticKeyword].every((kind) => modifiers?.some((each) => each.kind === kind));
}

/** The values that a user can pass as a token: properties of props, and arguments of factories. */
function inputsOf(declaration: ts.Statement): string[] {
  if (ts.isInterfaceDeclaration(declaration) && /(Props|Options)$/.test(declaration.name.text)) {
    return declaration.members.filter(ts.isPropertySignature).filter(({ type }) => isTokenable(type))
      .map(({ name }) => `${declaration.name.text}.${name.getText()}`);
  }
  if (!ts.isClassDeclaration(declaration)) { return []; }
  const factories = declaration.members.filter(ts.isMethodDeclaration).filter((method) => isPublicFactory(method));
  return factories.flatMap((factory) => factory.parameters.filter(({ name, type }) => name.getText() !== 'id' && isTokenable(type))
    .map(({ name }) => `${declaration.name!.text}.${factory.name.getText()}(${name.getText()})`));
}

/** The fields that the reader of plan documents reads as text, a number, or a map or list of texts. */
function documentFields(): string[] {
  const source = fs.readFileSync(path.join(SOURCES, 'plan/plan-document.ts'), 'utf8');
  return [...source.matchAll(/\.(?:text|number|strings|texts)\('([A-Z]\w+)'\)/g)].map(([, name]) => `document.${name}`);
}

test('every property that can be a token has a row', () => {
  const inputs = publicDeclarations().flatMap(inputsOf);
  const fields = documentFields();
  expect(inputs.length).toBeGreaterThan(30);
  expect(fields.length).toBeGreaterThan(10);

  const covered = [...TEXTS, ...NUMBERS, ...LISTS].map(([property]) => property.split(',')[0]);
  const wanted = [...new Set([...inputs, ...fields])].filter((each) => !EXEMPT.includes(each));
  expect(wanted.filter((each) => !covered.includes(each))).toEqual([]);
});
