import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { RosettaTabletReader, TargetLanguage, UnknownSnippetMode } from 'jsii-rosetta';

const ROOT = join(__dirname, '..');

const INTRODUCTION = `# In Python

The snippets of the [README](README.md), as \`npm run docs:python\` writes them. What they are for, and what is refused, stands there under the
same headings. Properties are keyword arguments in \`snake_case\` (\`moveToColdStorageAfter\` is \`move_to_cold_storage_after\`); a mistake is
a \`RuntimeError\` with the message that the README shows. \`self\` is the stack.

\`\`\`sh
pip install cdk-compliant-backup
\`\`\`

\`\`\`python
from aws_cdk import Annotations, Duration, TimeZone, Validations, aws_events as events, aws_sns_subscriptions as subscriptions, pipelines
\`\`\``;

const TYPESCRIPT = /^```ts\b[^]*?^```$/gm;

/** The snippets of one section, translated. */
function snippetsOf(rosetta: RosettaTabletReader, section: string): string {
  const markdown = (section.match(TYPESCRIPT) ?? []).join('\n\n');
  return rosetta.translateSnippetsInMarkdown({ api: 'moduleReadme', moduleFqn: 'cdk-compliant-backup' }, markdown, TargetLanguage.PYTHON, true).trim();
}

async function pythonDocument(): Promise<string> {
  const rosetta = new RosettaTabletReader({ unknownSnippets: UnknownSnippetMode.FAIL, targetLanguages: [TargetLanguage.PYTHON] });
  await rosetta.loadTabletFromFile(join(ROOT, '.jsii.tabl.json'));
  const [first, ...others] = readFileSync(join(ROOT, 'README.md'), 'utf8').split(/^## /m);
  const sections = others.map((section) => ({ title: section.slice(0, section.indexOf('\n')), snippets: snippetsOf(rosetta, section) }));
  return `${[
    INTRODUCTION,
    snippetsOf(rosetta, first),
    ...sections.filter(({ snippets }) => snippets !== '').map(({ title, snippets }) => `## ${title}\n\n${snippets}`),
  ].join('\n\n')}\n`;
}

pythonDocument().then((document) => writeFileSync(join(ROOT, 'PYTHON.md'), document), (error: Error) => {
  console.error(`${error.message}: run "npm run compile" and "npm run rosetta:extract" first`);
  process.exit(1);
});
