import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

export const ROOT = join(__dirname, '..', '..');

/** A folder for everything that is built, downloaded, and cached, so that the run is isolated from the machine. */
export class Workspace {
  public readonly folder = mkdtempSync(join(tmpdir(), 'bindings-'));

  /** The environment of every program. */
  public readonly env: NodeJS.ProcessEnv = {
    npm_config_cache: this.path('npm'),
    MAVEN_OPTS: `${process.env.MAVEN_OPTS ?? ''} -Dmaven.repo.local=${this.path('maven')}`,
    GOMODCACHE: this.path('go-modules'),
    GOCACHE: this.path('go-build'),
    GOFLAGS: '-mod=mod -modcacherw -buildvcs=false',
    GOWORK: 'off',
    PIP_CACHE_DIR: this.path('pip'),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    JSII_RUNTIME_PACKAGE_CACHE_ROOT: this.path('jsii'),
    // jsii lists Node.js 20 as past its end of life. The runtimes of the other languages check it too.
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
  };

  constructor() {
    process.on('exit', () => rmSync(this.folder, { recursive: true, force: true }));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) { process.on(signal, () => process.exit(1)); }
  }

  public path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** An empty folder. */
  public make(...names: string[]): string {
    const folder = this.path(...names);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly jsii: {
    readonly targets: {
      readonly java: { readonly maven: { readonly groupId: string; readonly artifactId: string } };
      readonly python: { readonly distName: string; readonly module: string };
      readonly dotnet: { readonly namespace: string; readonly packageId: string };
      readonly go: { readonly moduleName: string; readonly packageName?: string };
    };
  };
}

/** The folder of an installed npm package, resolved from another package. */
export function folderOf(name: string, from = ROOT): string {
  let folder = from;
  while (!existsSync(join(folder, 'node_modules', name, 'package.json'))) { folder = dirname(folder); }
  return join(folder, 'node_modules', name);
}

export function packageIn(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
}

export const OURS = packageIn(ROOT);

/** The installed version, which the other languages use too. */
export function versionOf(name: string): string {
  return packageIn(folderOf(name)).version;
}

/** The packages that the programs in the other languages use besides ours, by their names on npm. */
export const CDK_PACKAGES = ['aws-cdk-lib', 'constructs', 'cdk-nag'] as const;
