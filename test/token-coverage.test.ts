import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { type PublicDeclaration, has, publicDeclarations } from './public-declarations';
import { LISTS, NUMBERS, TEXTS } from './token-rows';

/** Values that must be known at synthesis. */
const EXEMPT = [
  // The Region and the name of the stack that it creates
  'CopyTarget.region(region)',
  'RegionCopyOptions.stackName',
  // Looked up in `vaults`, and not rendered
  'document.TargetBackupVaultName',
  // The features of a type depend on its name
  'BackupResourceType.of(resourceType)',
  'document.ResourceTypes',
];

const SOURCES = path.join(__dirname, '../src');
const TOKENABLE = /^(string|number|Duration|Schedule|TimeZone)(\[\])?$|^\{ \[\w+: string\]: (string|number) \}$/;
const isTokenable = (type: ts.TypeNode | undefined) => (type?.getText() ?? '').split('|').some((each) => TOKENABLE.test(each.trim()));

function isPublicFactory({ modifiers, name }: ts.MethodDeclaration): boolean {
  return !name.getText().startsWith('_') && has(modifiers, ts.SyntaxKind.PublicKeyword, ts.SyntaxKind.StaticKeyword);
}

/** The values that a user can pass as a token: properties of props, and arguments of factories. */
function inputsOf(declaration: PublicDeclaration): string[] {
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
  // Packs read templates, and reject tokens
  const inputs = publicDeclarations((module) => !module.startsWith('./checks/')).flatMap(inputsOf);
  const fields = documentFields();
  expect(inputs.length).toBeGreaterThan(30);
  expect(fields.length).toBeGreaterThan(10);

  const covered = [...TEXTS, ...NUMBERS, ...LISTS].map(([property]) => property.split(',')[0]);
  const wanted = [...new Set([...inputs, ...fields])].filter((each) => !EXEMPT.includes(each));
  expect(wanted.filter((each) => !covered.includes(each))).toEqual([]);
});
