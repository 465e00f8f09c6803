import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const SOURCES = path.join(__dirname, '../src');

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, fs.readFileSync(path.join(SOURCES, file), 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** An interface or a class that `index.ts` exports. */
export type PublicDeclaration = ts.InterfaceDeclaration | ts.ClassDeclaration;

/** @param isWanted whether the declarations of a module of `index.ts` are wanted */
export function publicDeclarations(isWanted: (module: string) => boolean = () => true): PublicDeclaration[] {
  const modules = parse('index.ts').statements.filter(ts.isExportDeclaration).map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text);
  return modules.filter(isWanted).flatMap((module) => declarationsIn(`${module}.ts`).filter(isExported));
}

/** The interfaces and classes of a file. */
export function declarationsIn(file: string): PublicDeclaration[] {
  return parse(file).statements.filter((each) => ts.isInterfaceDeclaration(each) || ts.isClassDeclaration(each));
}

export function has(modifiers: ts.NodeArray<ts.ModifierLike> | undefined, ...kinds: ts.SyntaxKind[]): boolean {
  return kinds.every((kind) => modifiers?.some((each) => each.kind === kind));
}

function isExported({ modifiers }: PublicDeclaration): boolean {
  return has(modifiers, ts.SyntaxKind.ExportKeyword);
}
