import { join } from 'path';
import { Linter } from 'eslint';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';

const ROOT = join(__dirname, '..');

/** What `no-restricted-syntax` reports of a line, as the project has configured it for a file. */
export async function restrictedIn(code: string, file: string): Promise<string[]> {
  const { rules } = await new LegacyESLint({ cwd: ROOT }).calculateConfigForFile(join(ROOT, file)) as Linter.LegacyConfig;
  const linter = new Linter({ configType: 'eslintrc' });
  linter.defineParser('typescript', jest.requireActual('@typescript-eslint/parser'));
  const found = linter.verify(code, {
    parser: 'typescript',
    parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
    rules: { 'no-restricted-syntax': rules?.['no-restricted-syntax'] ?? 'off' },
  });
  return found.map(({ message }) => message);
}
