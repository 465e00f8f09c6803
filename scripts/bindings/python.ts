import { cpSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import type { Checks } from './checks';
import { run } from './command';
import { compareTemplates } from './templates';
import { type Workspace, CDK_PACKAGES, OURS, packageIn, folderOf, ROOT } from './workspace';

const MYPY = 'mypy==2.4.1';
const PYTEST = 'pytest==9.2.0';

/**
 * The snippets of docs/python.md as a module, with a function for each heading and the imports first. The fixture declares the names that the
 * snippets assume. Examples that are files of bindings/ are checked there.
 */
function snippetsModule(): { readonly code: string; readonly count: number } {
  const sections = readFileSync(join(ROOT, 'docs', 'python.md'), 'utf8').split(/^(?=##)/m).map((section) =>
    [...section.matchAll(/(?<!-->\n)^```python\n([^]*?)^```$/gm)].map(([, code]) => code)).filter((codes) => codes.length > 0);
  const functions = sections.map((codes, index) => `def section_${index + 1}(self: Stack) -> None:\n${codes.join('\n').replace(/^(?=.)/gm, '    ')}`);
  if (functions.length === 0) { throw new Error('docs/python.md has no snippets: run "npm run docs:python"'); }
  return { code: [readFileSync(join(ROOT, 'bindings', 'python', 'fixture.py'), 'utf8'), ...functions].join('\n\n'), count: sections.flat().length };
}

export async function python(workspace: Workspace, packed: string, reference: string, checks: Checks): Promise<void> {
  const folder = workspace.make('python');
  const app = join(ROOT, 'bindings', 'python', 'app.py');
  const skeleton = join(folder, 'skeleton');
  const bin = join(folder, 'venv', 'bin');
  const env = workspace.env;

  cpSync(join(ROOT, 'bindings', 'python', 'skeleton'), skeleton, { recursive: true });
  const installed = await checks.that('Python: pip install', async () => {
    const wheel = join(packed, 'python', readdirSync(join(packed, 'python')).find((file) => file.endsWith('.whl'))!);
    await run('python3', ['-m', 'venv', join(folder, 'venv')], { env });
    await run(join(bin, 'pip'), ['install', wheel, MYPY, PYTEST, ...CDK_PACKAGES.map((name) => {
      const { version, jsii: { targets } } = packageIn(folderOf(name));
      return `${targets.python.distName}==${version}`;
    })], { env });
    const list = (await run(join(bin, 'pip'), ['list', '--format=freeze'], { env })).trim().split('\n');
    return [(await run('python3', ['--version'])).trim(), ...list.filter((line) => /^(aws-cdk-lib|cdk-nag|constructs|jsii|cdk-compliant-backup|mypy|pytest)=/.test(line))].join(', ');
  });
  if (!installed) { return; }
  await checks.that('Python: mypy --strict on the programs and on the snippets of docs/python.md', async () => {
    const snippets = join(folder, 'snippets.py');
    const { code, count } = snippetsModule();
    writeFileSync(snippets, code);
    const mypy = (cwd: string, ...files: string[]) => run(join(bin, 'mypy'), ['--strict', '--cache-dir', join(folder, 'mypy'), ...files], { env, cwd });
    // Both programs have a module named 'app'
    const written = [await mypy(folder, app, snippets), await mypy(skeleton, '.')].map((text) => text.trim());
    return `${written.join('; ')}, ${count} snippets`;
  });
  await checks.that('Python', async () => {
    const outdir = join(folder, 'out');
    await run(join(bin, 'python'), ['-W', 'error', app, outdir], { env });
    return compareTemplates(outdir, reference);
  });
  await checks.that('Python: the app of docs/python.md and its tests', async () => {
    await run(join(bin, 'python'), ['-W', 'error', 'app.py'], { env: { ...env, CDK_OUTDIR: join(folder, 'skeleton.out') }, cwd: skeleton });
    return (await run(join(bin, 'python'), ['-m', 'pytest', '--quiet'], { env, cwd: skeleton })).trim().split('\n').pop();
  });
  const tested = async (file: string) => {
    const tests = join(ROOT, 'bindings', 'python', file);
    return (await run(join(bin, 'python'), ['-B', '-m', 'pytest', '--quiet', '-p', 'no:cacheprovider', tests], { env, cwd: folder })).trim().split('\n').pop();
  };
  await checks.that('Python: an error names the property that has a value of the wrong kind', () => tested('test_wrong_kinds.py'));
  await checks.that('Python: help() shows the example of a class', () => tested('test_help.py'));
  await checks.that('Python: the command line comes with the package', async () => {
    return `${(await run(join(bin, OURS.name), ['rules'], { env })).trim().split('\n').length} rules listed`;
  });
}
