import * as fs from 'node:fs';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import * as fc from 'fast-check';
import { type Layout, type LayoutSpec, buildLayout, layoutSpec } from './arbitraries/layouts';
import { AssemblyGraph, CONTEXT } from './assembly-graph';

const RUNS = 2000;
const LEAST_SHARE = 0.7;
const LEAST_SEEN = 20;

jest.setTimeout(600_000);
// Stack traces need a third of the time
process.env.CDK_DISABLE_STACK_TRACE = '1';

/** How often each case occurred. */
const seen = { vaultsAfterPolicies: 0, plansAfterVaults: 0, plansBeforeVaults: 0, plansOfOtherStages: 0, refused: 0 };

type At = { readonly node: { readonly path: string } };
const resourceOf = ({ node }: At) => `${node.path}/Resource`;
const policyOf = ({ node }: At) => `${node.path}/Policy/Resource`;
const stageOf = ({ node }: At) => /^Stage\//.exec(node.path)?.[0];

/** Synthesizes an app, reads it, and deletes it from the disk. */
function withApp(spec: LayoutSpec, look: (app: App, layout: Layout) => void): void {
  const app = new App({ treeMetadata: false, analyticsReporting: false, context: CONTEXT });
  try {
    look(app, buildLayout(app, spec));
  } finally {
    fs.rmSync(app.outdir, { recursive: true });
  }
}

/** The constructs with a warning that their vault is deployed later. */
function warnedIn({ stacks, nestedAssemblies }: CloudAssembly): string[] {
  return [
    ...stacks.flatMap(({ messages }) => messages).filter(({ entry }) => /^'vault' .*\[ack: cdk-compliant-backup:deploymentOrder\]$/.test(String(entry.data)))
      .map(({ id }) => id.slice(1)),
    ...nestedAssemblies.flatMap(({ nestedAssembly }) => warnedIn(nestedAssembly)),
  ];
}

function checkOrders({ planned, wired }: Layout, assembly: CloudAssembly): void {
  const graph = new AssemblyGraph(assembly.directory);
  expect(graph.hasCircle()).toBe(false);
  for (const { vault, topic } of wired) {
    seen.vaultsAfterPolicies++;
    expect(graph.waits(graph.at(resourceOf(vault)), graph.at(policyOf(topic)))).toBe(true);
  }
  const warned = warnedIn(assembly);
  for (const { plan, vault } of planned) {
    if (stageOf(plan) !== stageOf(vault)) {
      seen.plansOfOtherStages++;
      expect(warned).toContain(plan.node.path);
      continue;
    }
    const [planNode, vaultNode] = [plan, vault].map((each) => graph.at(resourceOf(each)));
    const isBefore = warned.includes(plan.node.path);
    if (isBefore) { seen.plansBeforeVaults++; } else { seen.plansAfterVaults++; }
    expect([graph.waits(planNode, vaultNode), graph.waits(vaultNode, planNode)]).toEqual([!isBefore, isBefore]);
  }
}

/** Without the orders between stacks, the necessary orders close a cycle. */
function checkRefusal(spec: LayoutSpec): void {
  withApp(spec, (app, { wired }) => {
    const graph = new AssemblyGraph(app.synth({ skipValidation: true }).directory);
    for (const { vault, topic } of wired) { graph.wait(graph.at(resourceOf(vault)), graph.at(policyOf(topic))); }
    expect(graph.hasCircle()).toBe(true);
  });
}

const REFUSAL = new RegExp(String.raw`^Validation failed with the following errors:(\s+\[(Stage)?\] NotificationWiring '[^']*': 'vaults' must be deployed after `
  + 'the policy of the topic, .*)+$');

test('for constructs in any place, there is no cycle, and nothing is deployed before its dependencies without a warning', () => {
  fc.assert(fc.property(layoutSpec, (spec) => {
    let refused = false;
    withApp(spec, (app, layout) => {
      let assembly: CloudAssembly;
      try {
        assembly = app.synth();
      } catch (error) {
        expect((error as Error).message).toMatch(REFUSAL);
        refused = true;
        return;
      }
      checkOrders(layout, assembly);
    });
    if (refused) {
      seen.refused++;
      checkRefusal(spec);
    }
  }), { seed: 20261128, numRuns: RUNS });

  const share = 1 - seen.refused / RUNS;
  process.stdout.write(`${RUNS} apps: ${(100 * share).toFixed(1)} % synthesize, seen ${JSON.stringify(seen)}\n`);
  expect(share).toBeGreaterThanOrEqual(LEAST_SHARE);
  expect(Object.entries(seen).filter(([, times]) => times < LEAST_SEEN)).toEqual([]);
});
