import { textReport } from '../../src/cli/report/text';
import { terminalOf } from '../../src/cli/terminal';

function streams(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => { written.push(text); return true; } };
  return { written, stream: stream as unknown as NodeJS.WriteStream };
}

test.each<[boolean, NodeJS.ProcessEnv, boolean]>([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
])('terminal %s with %j has colors: %s', (isTTY, environment, expected) => {
  expect(Boolean(terminalOf(streams(isTTY).stream, streams(isTTY).stream, environment).color)).toBe(expected);
});

test('a report has colors only if they are allowed', () => {
  const report = { version: '1', packs: ['BackupChecks' as const], rules: [], templates: [], findings: [], unknown: [] };
  expect([...textReport(report, false)].join('')).toBe('0 errors, 0 warnings in 0 resources of 0 templates; 0 unknown values\n');
  expect([...textReport(report, true)].join('')).toBe('\u001b[32m0 errors, 0 warnings\u001b[39m in 0 resources of 0 templates; 0 unknown values\n');
});

test('progress is one line, only on a terminal, and removed at the end', () => {
  const [watched, unwatched] = [streams(true), streams(false)];
  for (const { stream } of [watched, unwatched]) {
    const terminal = terminalOf(stream, stream, {});
    for (let count = 1; count <= 45; count++) { terminal.progress(`${count} templates read`); }
    terminal.progress();
  }
  expect(watched.written).toEqual(['\r\u001b[K20 templates read', '\r\u001b[K40 templates read', '\r\u001b[K']);
  expect(unwatched.written).toEqual([]);
});
