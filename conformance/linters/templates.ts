import * as fc from 'fast-check';
import { EXAMPLES } from '../../scripts/examples';
import { committed, SNAPSHOTS } from '../../scripts/snapshots';
import { synthesize, type Template } from '../../scripts/synthesis';
import { appSpec, buildApp, Refusal } from '../../test/arbitraries/apps';
import { Deployment } from '../../test/arbitraries/deployments';

export interface NamedTemplate {
  readonly name: string;
  /** Undefined if it can be deployed to any Region. */
  readonly region: string | undefined;
  readonly template: Template;
}

/** As `cdk synth` writes them. */
export function exampleTemplates(): NamedTemplate[] {
  return Object.entries(EXAMPLES).flatMap(([example, build]) => synthesize(build).map(({ path, region, template }) => (
    { name: `${example}/${path}`, region, template }
  )));
}

/** The committed templates, with the Regions of their stacks. */
export function snapshotTemplates(): NamedTemplate[] {
  return SNAPSHOTS.flatMap((snapshot) => {
    const regions = new Map(synthesize(snapshot.build).map(({ file, region }) => [file, region]));
    return [...committed(snapshot)].filter(([file]) => file.endsWith('.template.json')).map(([file, template]) => (
      { name: `${snapshot.folder}/${file}`, region: regions.get(file), template: template as Template }
    ));
  }).filter(hasResources);
}

/** Templates of generated apps that the constructs accept. They are the same in each run. */
export function* generatedTemplates(): Generator<NamedTemplate> {
  for (let seed = 1; ; seed++) {
    const [spec] = fc.sample(appSpec, { seed, numRuns: 1 });
    const app = buildApp(spec);
    if (app instanceof Refusal) { continue; }
    for (const { stack, region, template } of new Deployment(app).stacks) {
      const name = `app ${seed}, stack ${stack.node.path}`;
      const named = { name, region: region === 'unknown' ? undefined : region, template: template as Template };
      if (hasResources(named)) { yield named; }
    }
  }
}

/** CloudFormation rejects an empty template, and the CDK does not deploy one. */
function hasResources({ template }: NamedTemplate): boolean {
  return Object.keys(template.Resources ?? {}).length > 0;
}

/** The number of resources of each type, the most frequent first. */
export function typesIn(templates: readonly NamedTemplate[]): string {
  const counts = new Map<string, number>();
  for (const { template } of templates) {
    for (const { Type: type } of Object.values(template.Resources)) { counts.set(type, (counts.get(type) ?? 0) + 1); }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([type, count]) => `${count} ${type.replace('AWS::', '')}`).join(', ');
}
