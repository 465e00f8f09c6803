import { Checks } from './checks';
import { needPrograms } from './command';
import { dotnet } from './dotnet';
import { go } from './go';
import { java } from './java';
import { pack } from './pack';
import { python } from './python';
import { typescript } from './typescript';
import { Workplace } from './workplace';

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begin = Date.now();
  const result = await work();
  console.log(`${what}: ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  return result;
}

async function main(): Promise<number> {
  needPrograms(['python3', 'javac', 'mvn', 'go']);
  const workplace = new Workplace();
  const checks = new Checks();
  const packed = await timed('Packed for five languages', () => pack(workplace));
  await dotnet(packed, checks);

  // Go compiles for long; the others wait for the network between whiles.
  const [runGo, reference] = await Promise.all([
    timed('Go, built', () => go(workplace, packed, checks)),
    timed('TypeScript, Python and Java', async () => {
      const templates = await timed('TypeScript', () => typescript(workplace, packed, checks));
      await timed('Python', () => python(workplace, packed, templates, checks));
      await timed('Java', () => java(workplace, packed, templates, checks));
      return templates;
    }),
  ]);
  await timed('Go, run', () => runGo(reference));

  console.log(`${checks.passed} passed, ${checks.failed} failed`);
  return checks.failed;
}

main().then((failed) => process.exit(failed > 0 ? 1 : 0), (error: Error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
