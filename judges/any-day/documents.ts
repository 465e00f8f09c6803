import { createHash } from 'crypto';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'fs';
import { join } from 'path';
import { ROOT, run } from './faketime';
import type { Moment } from './moments';
import type { Files } from './templates';

/** What the tasks do not read, or what is large. */
const LEFT_OUT = ['.git', '.venv', 'coverage', 'dist', 'lib', 'node_modules', 'reports'];

/** `npm run docs:python` reads the snippets as jsii has compiled them. */
const COMPILED = '.jsii.tabl.json';

/** The tasks that write documents. */
export function documentTasks(): { readonly tasks: readonly string[]; readonly leftOut: readonly string[] } {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  const tasks = Object.keys(scripts).filter((name) => name.startsWith('docs:'));
  const needsCompiled = (task: string) => task === 'docs:python' && !existsSync(join(ROOT, COMPILED));
  return { tasks: tasks.filter((task) => !needsCompiled(task)), leftOut: tasks.filter(needsCompiled) };
}

/**
 * The hashes of all documents, once the tasks have run in a copy of the project.
 *
 * @param folder where the copy is made
 * @throws an error where a task fails
 */
export async function written(moment: Moment | 'now', folder: string, tasks: readonly string[]): Promise<Files> {
  const copy = join(folder, 'project');
  for (const name of readdirSync(ROOT)) {
    if (!LEFT_OUT.includes(name)) { cpSync(join(ROOT, name), join(copy, name), { recursive: true }); }
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const task of tasks) {
    const { code, err } = await run(moment, [join(ROOT, 'node_modules', 'projen', 'bin', 'projen'), task], copy);
    if (code !== 0) { throw new Error(`${task} must succeed, got ${err.trim().slice(-500)}`); }
  }
  const documents = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md') && !name.startsWith('node_modules'));
  return Object.fromEntries(documents.map((name) => [name, createHash('sha256').update(readFileSync(join(copy, name))).digest('hex')]));
}
