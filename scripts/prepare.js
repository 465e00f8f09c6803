// Bundles the command line. npm runs it after `npm ci`, and before it packs a clone of the repository, as it does for pre-commit.
const { spawnSync } = require('child_process');
const { existsSync } = require('fs');
const { join } = require('path');

const ROOT = join(__dirname, '..');

function npm(...args) {
  const { npm_config_global: _, ...env } = process.env;
  const { status } = spawnSync(process.execPath, [process.env.npm_execpath, ...args], { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) { process.exit(status ?? 1); }
}

// For a global installation from a repository, npm installs no development dependencies
if (!existsSync(join(ROOT, 'node_modules', 'esbuild'))) { npm('ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'); }
npm('run', 'bundle:cli');
