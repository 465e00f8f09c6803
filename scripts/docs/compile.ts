import { join } from 'path';
import ts from 'typescript';
import type { Program } from './snippets';

const ROOT = join(__dirname, '..', '..');

/** The errors of the compiler in the snippets, each with the line of its page. All snippets are compiled as one program. */
export function compileProblems(programs: readonly Program[]): string[] {
  const byFile = new Map(programs.map((program, index) => [join(ROOT, 'docs', `snippet${index}.ts`), program]));
  const options = compilerOptions();
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => byFile.has(file) || fileExists(file);
  host.readFile = (file) => byFile.get(file)?.source ?? readFile(file);
  host.getSourceFile = (file, version, ...others) => {
    const program = byFile.get(file);
    return program ? ts.createSourceFile(file, program.source, version, true) : getSourceFile(file, version, ...others);
  };
  const compiled = ts.createProgram({ rootNames: [...byFile.keys()], options, host });
  return [...byFile].flatMap(([file, program]) => {
    const source = compiled.getSourceFile(file)!;
    const syntactic = compiled.getSyntacticDiagnostics(source);
    const found = syntactic.length > 0 ? syntactic : compiled.getSemanticDiagnostics(source);
    return [...new Set(found.map((each) => messageOf(each, program)))];
  });
}

function messageOf({ file, start, messageText }: ts.Diagnostic, { snippet, lines }: Program): string {
  const line = file && start !== undefined ? lines[file.getLineAndCharacterOfPosition(start).line] : undefined;
  const text = ts.flattenDiagnosticMessageText(messageText, ' ');
  return line === undefined ? `${snippet.page}:${snippet.line}: in the fixture '${snippet.fixture}': ${text}` : `${snippet.page}:${line}: ${text}`;
}

/** The options of the programs beside the library. A snippet can declare names that it does not use. */
function compilerOptions(): ts.CompilerOptions {
  const file = join(ROOT, 'scripts', 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(file, (path) => ts.sys.readFile(path)).config, ts.sys, join(ROOT, 'scripts'));
  return { ...options, noUnusedLocals: false, noUnusedParameters: false };
}
