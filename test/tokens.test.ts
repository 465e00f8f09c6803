import { App, Stack } from 'aws-cdk-lib';
import { removeOutput } from './arbitraries/deployments';
import { LIST_KINDS, LISTS, NUMBER_KINDS, NUMBERS, TEXT_KINDS, TEXTS, type Kind, type Row } from './token-rows';

const cases = <T>(rows: Row<T>[], kinds: Kind<T>[]) => rows.flatMap((row) => kinds.map((kind) => ({ name: `${row[0]} as ${kind.kind}`, row, kind })));

interface Template { readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: object }>> }

function synthesizes<T>([, arrives, give, as = (token) => token]: Row<T>, { make, trace }: Kind<T>): void {
  // GIVEN
  const app = new App({ treeMetadata: false });
  const stack = new Stack(app, 'Tokens', { env: { account: '111111111111', region: 'eu-west-1' } });
  const token = make(stack);

  // WHEN
  give(token, stack);

  // THEN
  const { Resources: resources } = app.synth().getStackByName('Tokens').template as Template;
  removeOutput(app);
  const [type, ...steps] = arrives.split('.');
  const holder: unknown = Object.values(resources).find((each) => each.Type === type)?.Properties;
  const arrived = steps.reduce((value, step) => (value as Record<string, unknown> | undefined)?.[step], holder);
  expect(arrived).toEqual(stack.resolve(as(token)));
  expect(JSON.stringify(arrived)).toContain(trace);
}

test.each(cases(TEXTS, TEXT_KINDS))('$name', ({ row, kind }) => synthesizes(row, kind));
test.each(cases(NUMBERS, NUMBER_KINDS))('$name', ({ row, kind }) => synthesizes(row, kind));
test.each(cases(LISTS, LIST_KINDS))('$name', ({ row, kind }) => synthesizes(row, kind));
