import { createHash } from 'crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'fs';
import { join, sep } from 'path';
import { ROOT, run } from './faketime';
import type { Moment } from './moments';
import type { Files } from './templates';

/** Paths that the tasks do not read. */
const LEFT_OUT = ['.git', '.venv', 'coverage', 'dist', 'reports'];

/** Paths that the tasks read, but do not write. */
const LINKED = ['node_modules', 'lib'];

/** The task for Python reads the types that jsii compiled. */
const COMPILED = join('lib', 'index.d.ts');

/** This task is as slow as all others together. */
const PYTHON = 'docs:python';

/** The tasks that write documents. */
export interface Tasks {
  readonly all: readonly string[];
  /** The fast tasks. */
  readonly quick: readonly string[];
  /** The tasks that cannot run yet. */
  readonly leftOut: readonly string[];
}

export function documentTasks(): Tasks {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  const tasks = Object.keys(scripts).filter((name) => name.startsWith('docs:'));
  const quick = tasks.filter((task) => task !== PYTHON);
  return existsSync(join(ROOT, COMPILED)) ? { all: tasks, quick, leftOut: [] } : { all: quick, quick, leftOut: [PYTHON] };
}

/**
 * The hashes of all documents after the tasks have run in a copy of the project.
 *
 * @param folder the folder of the copy
 * @throws an error if a task fails
 */
export async function written(moment: Moment | 'now', folder: string, tasks: readonly string[]): Promise<Files> {
  const copy = join(folder, 'project');
  mkdirSync(copy);
  for (const name of readdirSync(ROOT).filter((each) => !LEFT_OUT.includes(each))) {
    const [from, to] = [join(ROOT, name), join(copy, name)];
    if (LINKED.includes(name)) { symlinkSync(from, to); } else { cpSync(from, to, { recursive: true }); }
  }
  for (const task of tasks) {
    const { code, err } = await run(moment, commandOf(task), copy);
    if (code !== 0) { throw new Error(`${task} must succeed, got ${err.trim().slice(-500)}`); }
  }
  const documents = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md') && !LINKED.includes(name.split(sep)[0]));
  return Object.fromEntries(documents.map((name) => [name, createHash('sha256').update(readFileSync(join(copy, name))).digest('hex')]));
}

/** The program that projen would start, to save the time of projen. If a task is not one tsx program, projen itself. */
function commandOf(task: string): string[] {
  const { tasks } = JSON.parse(readFileSync(join(ROOT, '.projen', 'tasks.json'), 'utf8')) as { readonly tasks: Readonly<Record<string, Task>> };
  const { env, steps = [] } = tasks[task];
  const [program, ...args] = steps.length === 1 ? (steps[0].exec ?? '').split(' ') : [];
  return program === 'tsx' && !env
    ? [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), ...args]
    : [join(ROOT, 'node_modules', 'projen', 'bin', 'projen'), task];
}

interface Task {
  readonly env?: object;
  readonly steps?: readonly { readonly exec?: string }[];
}
