import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { EXAMPLES } from './examples';
import { synthesise } from './synthesis';

/** One message of `cfn-lint --format json`. */
interface Match {
  readonly Filename: string;
  readonly Level: 'Error' | 'Warning' | 'Informational';
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] };
  readonly Message: string;
}

interface TemplateFile {
  readonly name: string;
  readonly path: string;
  readonly region: string;
}

/** For stacks that can be deployed anywhere, a Region that has everything. */
const ANY_REGION = 'us-east-1';

function writeTemplates(folder: string): TemplateFile[] {
  return Object.entries(EXAMPLES).flatMap(([example, build]) => synthesise(build).map((stack) => {
    const name = `${example}/${stack.path}`;
    const path = join(folder, `${name.replace(/:/g, '-')}.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(stack.template, undefined, 1));
    return { name, path, region: stack.region ?? ANY_REGION };
  }));
}

/** One run per Region, since cfn-lint starts slowly and checks what a Region has. */
function lint(cfnLint: string, templates: readonly TemplateFile[]): Match[] {
  return [...new Set(templates.map(({ region }) => region))].flatMap((region) => {
    const paths = templates.filter((template) => template.region === region).map(({ path }) => path);
    const { error, stdout, stderr } = spawnSync(cfnLint, ['--format', 'json', '--regions', region, '--', ...paths], { encoding: 'utf8' });
    if (error || !stdout.startsWith('[')) { throw new Error(`'${cfnLint}' did not run: ${error?.message ?? stderr}`); }
    return JSON.parse(stdout) as Match[];
  });
}

const cfnLint = process.argv[2] ?? process.env.CFN_LINT ?? 'cfn-lint';
const folder = mkdtempSync(join(tmpdir(), 'templates-'));
try {
  const templates = writeTemplates(folder);
  const matches = lint(cfnLint, templates);
  for (const { name, path } of templates) {
    const own = matches.filter(({ Filename: file }) => file === path);
    console.log(own.some(({ Level: level }) => level === 'Error') ? 'failed' : 'passed', name);
    for (const { Level: level, Rule: rule, Location: at, Message: message } of own) { console.log(`  ${level} ${rule.Id} at ${at.Path.join('.')}: ${message}`); }
  }
  const errors = matches.filter(({ Level: level }) => level === 'Error').length;
  const warnings = matches.filter(({ Level: level }) => level === 'Warning').length;
  console.log(`${templates.length} templates, ${errors} errors, ${warnings} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
