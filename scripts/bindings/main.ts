import { Checks } from './checks';
import { dotnet } from './dotnet';
import { go } from './go';
import { java } from './java';
import { pack } from './pack';
import { python } from './python';
import { typescript } from './typescript';
import { Workspace } from './workspace';

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begin = Date.now();
  const result = await work();
  console.log(`${what}: ${((Date.now() - begin) / 1000).toFixed(0)} s`);
  return result;
}

async function main(): Promise<number> {
  const workspace = new Workspace();
  const checks = new Checks();
  const packed = await timed('Packed for five languages', () => pack(workspace));
  await dotnet(packed, checks);

  // Go needs the CPU, and the others mostly wait for the network, so they run at the same time.
  const [runGo, reference] = await Promise.all([
    timed('Go, built', () => go(workspace, packed, checks)),
    timed('TypeScript, Python and Java', async () => {
      const templates = await timed('TypeScript', () => typescript(workspace, packed, checks));
      await timed('Python', () => python(workspace, packed, templates, checks));
      await timed('Java', () => java(workspace, packed, templates, checks));
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
