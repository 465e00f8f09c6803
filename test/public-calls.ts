import * as path from 'node:path';
import * as ts from 'typescript';
import { type PublicDeclaration, declarationsIn, has, publicDeclarations } from './public-declarations';

/** A parameter of a call, or a property of props. */
export interface Input {
  readonly name: string;
  /** As the source states it, without the name of its module. */
  readonly type: string;
  readonly optional: boolean;
  /** A parameter that accepts several arguments of the type. */
  readonly rest: boolean;
}

/** A public constructor, factory, or method. */
export interface Call {
  /** `VaultLock.governance`, `new CompliantVault`. */
  readonly name: string;
  readonly parameters: readonly Input[];
}

export interface PublicCalls {
  readonly calls: readonly Call[];
  /** The properties of each interface, with those that it inherits. */
  readonly structs: ReadonlyMap<string, readonly Input[]>;
}

/** What users call, and what they pass, read from the sources. */
export function publicCalls(): PublicCalls {
  const declarations = publicDeclarations();
  const interfaces = new Map(declarations.filter(ts.isInterfaceDeclaration).map((each) => [each.name.text, each]));
  return {
    calls: declarations.filter(ts.isClassDeclaration).flatMap(callsOf),
    structs: new Map([...interfaces].map(([name, each]) => [name, propertiesOf(each, interfaces)])),
  };
}

function propertiesOf(declaration: ts.InterfaceDeclaration, interfaces: ReadonlyMap<string, ts.InterfaceDeclaration>): Input[] {
  const inherited = basesOf(declaration).flatMap((name) => propertiesOf(interfaces.get(name)!, interfaces));
  const own = declaration.members.filter(ts.isPropertySignature).map(inputOf);
  return [...new Map([...inherited, ...own].map((input) => [input.name, input])).values()];
}

function callsOf(declaration: ts.ClassDeclaration): Call[] {
  const name = declaration.name!.text;
  const isPublic = ({ modifiers }: ts.ConstructorDeclaration | ts.MethodDeclaration) =>
    !has(modifiers, ts.SyntaxKind.PrivateKeyword) && !has(modifiers, ts.SyntaxKind.ProtectedKeyword);
  const constructors = declaration.members.filter(ts.isConstructorDeclaration).filter(isPublic);
  const methods = [declaration, ...internalBasesOf(declaration)].flatMap(({ members }) => [...members]).filter(ts.isMethodDeclaration)
    .filter((method) => isPublic(method) && !method.name.getText().startsWith('_'));
  return [
    ...constructors.map(({ parameters }) => ({ name: `new ${name}`, parameters: parameters.map(inputOf) })),
    ...methods.map((method) => ({ name: `${name}.${method.name.getText()}`, parameters: method.parameters.map(inputOf) })),
  ].filter(({ parameters }) => parameters.length > 0);
}

function inputOf(declaration: ts.ParameterDeclaration | ts.PropertySignature): Input {
  const { name, type, questionToken, initializer, dotDotDotToken } = declaration as ts.ParameterDeclaration;
  return {
    name: name.getText(),
    type: type!.getText().replace(/\b[a-z]\w*\./g, '').replace(dotDotDotToken ? /\[\]$/ : '', ''),
    optional: questionToken !== undefined || initializer !== undefined,
    rest: dotDotDotToken !== undefined,
  };
}

function basesOf({ heritageClauses }: PublicDeclaration): string[] {
  const clauses = (heritageClauses ?? []).filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  return clauses.flatMap(({ types }) => types.map(({ expression }) => expression.getText()));
}

/** Base classes of the library that are not public. */
function internalBasesOf(declaration: ts.ClassDeclaration): ts.ClassDeclaration[] {
  const source = declaration.getSourceFile();
  const bases = basesOf(declaration);
  const imports = source.statements.filter(ts.isImportDeclaration)
    .filter(({ importClause }) => bases.some((name) => importClause?.getText().includes(name)));
  const files = imports.map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text).filter((module) => module.startsWith('.'));
  return files.flatMap((module) => declarationsIn(`${path.join(path.dirname(source.fileName), module)}.ts`)).filter(ts.isClassDeclaration);
}
