import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import type { Checks } from './checks';
import { run } from './command';
import { compareTemplates } from './templates';
import type { Workspace } from './workspace';
import { CDK_PACKAGES, OURS, packageIn, folderOf, ROOT } from './workspace';

const MYPY = 'mypy==2.4.1';

/** The snippets of PYTHON.md as a module: a function for each, after what they take for granted. */
function snippetsModule(): { readonly code: string; readonly count: number } {
  const snippets = [...readFileSync(join(ROOT, 'PYTHON.md'), 'utf8').matchAll(/^```python\n([^]*?)^```$/gm)].map(([, code], index) =>
    `def snippet_${index + 1}(self: Stack) -> None:\n${code.replace(/^(?=.)/gm, '    ')}`);
  if (snippets.length === 0) { throw new Error('PYTHON.md has no snippets: run "npm run docs:python"'); }
  return { code: [readFileSync(join(ROOT, 'bindings', 'python', 'fixture.py'), 'utf8'), ...snippets].join('\n\n'), count: snippets.length };
}

export async function python(workspace: Workspace, packed: string, reference: string, checks: Checks): Promise<void> {
  const folder = workspace.make('python');
  const app = join(ROOT, 'bindings', 'python', 'app.py');
  const bin = join(folder, 'venv', 'bin');
  const env = workspace.env;

  const installed = await checks.that('Python: pip install', async () => {
    const wheel = join(packed, 'python', readdirSync(join(packed, 'python')).find((file) => file.endsWith('.whl'))!);
    await run('python3', ['-m', 'venv', join(folder, 'venv')], { env });
    await run(join(bin, 'pip'), ['install', wheel, MYPY, ...CDK_PACKAGES.map((name) => {
      const { version, jsii: { targets } } = packageIn(folderOf(name));
      return `${targets.python.distName}==${version}`;
    })], { env });
    const list = (await run(join(bin, 'pip'), ['list', '--format=freeze'], { env })).trim().split('\n');
    return [(await run('python3', ['--version'])).trim(), ...list.filter((line) => /^(aws-cdk-lib|cdk-nag|constructs|jsii|cdk-compliant-backup|mypy)=/.test(line))].join(', ');
  });
  if (!installed) { return; }
  await checks.that('Python: mypy --strict on the program and on the snippets of PYTHON.md', async () => {
    const snippets = join(folder, 'snippets.py');
    const { code, count } = snippetsModule();
    writeFileSync(snippets, code);
    return `${(await run(join(bin, 'mypy'), ['--strict', '--cache-dir', join(folder, 'mypy'), app, snippets], { env })).trim()}, ${count} snippets`;
  });
  await checks.that('Python', async () => {
    const outdir = join(folder, 'out');
    await run(join(bin, 'python'), ['-W', 'error', app, outdir], { env });
    return compareTemplates(outdir, reference);
  });
  await checks.that('Python: the command line comes with the package', async () => {
    return `${(await run(join(bin, OURS.name), ['rules'], { env })).trim().split('\n').length} rules listed`;
  });
}
