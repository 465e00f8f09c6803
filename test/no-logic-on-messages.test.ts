import { restrictedIn } from './restricted-in';

const REASON = 'A message can be reworded at any time: compare the class of an error, or the key of a problem';

test.each([
  'error.message === "x"',
  '"x" !== error.message',
  'first.message < second.message',
  'message == other',
  'problem.message.includes("token")',
  'problem.message.startsWith("x")',
  'problems[0].message.match(/x/)',
  'problem.message.replace("x", "y")',
  'problem.message.split(" ")',
  'problem.message.slice(1)',
  'problem.message?.indexOf("x")',
  'message.endsWith(".")',
  '/x/.test(error.message)',
  'PATTERN.exec(message)',
  'switch (error.message) { default: }',
])('the linter rejects %s in src/', async (code) => {
  expect(await restrictedIn(code, 'src/checks/report.ts')).toEqual([REASON]);
});

test.each([
  'throw new Error(problem.message)',
  'problem.of(`${name}: ${problem.message}`)',
  'problems.map(({ message }) => message).join(" ")',
  'report({ message: text })',
  'problem.message + more',
  'error.key === other.key',
  'typeof message === "string"',
  'message === undefined',
  'messages.includes("x")',
  'message(text).slice(1)',
])('the linter accepts %s in src/', async (code) => {
  expect(await restrictedIn(code, 'src/checks/report.ts')).toEqual([]);
});

test('the linter rejects a clock beside it, and lets one file read the messages of JSON.parse', async () => {
  expect(await restrictedIn('message.slice(new Date())', 'src/checks/report.ts')).toHaveLength(2);
  expect(await restrictedIn('message.slice(new Date())', 'src/cli/input/json-document.ts')).toHaveLength(1);
  expect(await restrictedIn('message.slice(new Date())', 'src/values/now.ts')).toEqual([REASON]);
});
