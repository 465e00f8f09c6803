import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsii, name } from '../package.json';

const README = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const { python, java, go, dotnet } = jsii.targets;

test.each([
  ['npm', `npm install ${name} `],
  ['pip', `pip install ${python.distName}\``],
  ['the Python module', `\`${python.module}\``],
  ['Maven', `\`${java.maven.groupId}:${java.maven.artifactId}\``],
  ['the Java package', `\`${java.package}\``],
  ['go get', `go get ${go.moduleName}/${name.replace(/[^a-z]/g, '')}\``],
  ['NuGet', `dotnet add package ${dotnet.packageId}\``],
  ['the .NET namespace', `\`${dotnet.namespace}\``],
])('the README names the package of %s as it is published', (_, text) => {
  expect(README).toContain(text);
});
