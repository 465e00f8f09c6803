import { type Server, createServer } from 'http';
import type { AddressInfo } from 'net';
import { externalProblems } from '../../scripts/docs/external-links';
import { externalTargets } from '../../scripts/docs/links';

let server: Server;
let site: string;
const requests: string[] = [];

beforeAll(async () => {
  let failures = 1;
  server = createServer(({ url }, response) => {
    requests.push(url!);
    const status = url === '/good.html' || url === '/guide/' || (url === '/busy.html' && failures-- <= 0) ? 200 : { '/moved.html': 302 }[url!] ?? 404;
    response.writeHead(status, status === 302 ? { location: '/guide/' } : {}).end();
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

beforeEach(() => { requests.length = 0; });

test('a page that answers is good with any heading, and is requested once', async () => {
  await expect(externalProblems([`${site}/good.html`, `${site}/good.html#heading`, `${site}/guide/`], 1)).resolves.toEqual([]);
  expect(requests.sort()).toEqual(['/good.html', '/guide/']);
});

test('a page that does not exist, or has moved, is a problem', async () => {
  await expect(externalProblems([`${site}/moved.html`, `${site}/deleted.html`], 1)).resolves.toEqual([
    `'${site}/deleted.html' answers with status 404`,
    `'${site}/moved.html' leads to '${site}/guide/'`,
  ]);
});

test('a failure is tried again', async () => {
  await expect(externalProblems([`${site}/busy.html`], 1)).resolves.toEqual([]);
  expect(requests).toEqual(['/busy.html', '/busy.html']);
});

test('a site that does not answer is a problem', async () => {
  await expect(externalProblems(['http://127.0.0.1:1/'], 1)).resolves.toEqual([expect.stringMatching(/^'http:\/\/127\.0\.0\.1:1\/' does not answer: /)]);
});

test('links to files, addresses of mail and the repository of the project are not followed', () => {
  const text = '[a](plan.md) [b](mailto:nobody@example.com) [c](https://github.com/example/cdk-compliant-backup/issues) [d](https://docs.aws.amazon.com/a.html#b)';
  expect(externalTargets({ pages: { 'README.md': text }, read: () => undefined, isPublished: () => true })).toEqual(['https://docs.aws.amazon.com/a.html#b']);
});
