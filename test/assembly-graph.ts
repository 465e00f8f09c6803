import * as fs from 'node:fs';
import * as path from 'node:path';
import { waitsFor } from './cycles';

interface Resource {
  readonly Type: string;
  readonly Properties?: object;
  readonly DependsOn?: string | string[];
  readonly Metadata?: { readonly 'aws:cdk:path'?: string; readonly 'aws:asset:path'?: string };
}
interface Template { readonly Resources?: Readonly<Record<string, Resource>> }
interface Artifact {
  readonly type: string;
  readonly dependencies?: readonly string[];
  readonly properties?: { readonly templateFile?: string; readonly directoryName?: string };
}

/** So that the JSON names the construct of each resource, and the file of each nested stack. */
export const CONTEXT = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };

/**
 * The deployment order of an assembly: stacks, nested stacks, and resources, each with a start and an end. The elements of a stack start
 * after the stack starts, and end before it ends.
 */
export class AssemblyGraph {
  private readonly edges = new Map<string, string[]>();
  /** By construct path. */
  private readonly nodes = new Map<string, string>();

  /** @param directory of the assembly, including its Stages */
  constructor(directory: string) {
    const { artifacts = {} } = read(directory, 'manifest.json') as { artifacts?: Readonly<Record<string, Artifact>> };
    for (const [id, { type, dependencies = [], properties = {} }] of Object.entries(artifacts)) {
      if (type === 'cdk:cloud-assembly') {
        const stage = new AssemblyGraph(path.join(directory, properties.directoryName!));
        for (const [node, next] of stage.edges) { this.edges.set(node, next); }
        for (const [at, node] of stage.nodes) { this.nodes.set(at, node); }
      } else if (type === 'aws:cloudformation:stack') {
        const stack = `${directory}/${id}`;
        this.add(stack);
        for (const other of dependencies) { this.wait(stack, `${directory}/${other}`); }
        this.addTemplate(directory, properties.templateFile!, stack);
      }
    }
  }

  /** Adds an order between two nodes. */
  public wait(after: string, before: string): void {
    this.edges.get(start(after))?.push(end(before));
  }

  public waits(after: string, before: string): boolean {
    const goal = end(before);
    const reached = new Set([start(after)]);
    for (const node of reached) {
      if (node === goal) { return true; }
      for (const next of this.edges.get(node) ?? []) { reached.add(next); }
    }
    return false;
  }

  /** The node of the resource at a construct path. */
  public at(constructPath: string): string {
    const node = this.nodes.get(constructPath);
    if (node === undefined) { throw new Error(`no resource at '${constructPath}': ${[...this.nodes.keys()].join(', ')}`); }
    return node;
  }

  /** Whether the graph has no cycle. Removes nodes without predecessors until none is left. */
  public hasCircle(): boolean {
    const waiting = new Map([...this.edges].map(([node, next]) => [node, next.filter((each) => this.edges.has(each)).length]));
    const waiters = new Map<string, string[]>();
    for (const [node, next] of this.edges) { for (const each of next) { waiters.set(each, [...waiters.get(each) ?? [], node]); } }
    const free = [...waiting].filter(([, count]) => count === 0).map(([node]) => node);
    for (const node of free) {
      for (const waiter of waiters.get(node) ?? []) {
        waiting.set(waiter, waiting.get(waiter)! - 1);
        if (waiting.get(waiter) === 0) { free.push(waiter); }
      }
    }
    return free.length < waiting.size;
  }

  private add(node: string): void {
    this.edges.set(start(node), []);
    this.edges.set(end(node), [start(node)]);
  }

  private addTemplate(directory: string, file: string, stack: string): void {
    const { Resources: resources = {} } = read(directory, file) as Template;
    for (const id of Object.keys(resources)) { this.add(`${stack}/${id}`); }
    for (const [id, resource] of Object.entries(resources)) {
      const node = `${stack}/${id}`;
      this.edges.get(start(node))!.push(start(stack));
      this.edges.get(end(stack))!.push(end(node));
      for (const other of waitsFor(resource, resources)) { this.wait(node, `${stack}/${other}`); }
      const { 'aws:cdk:path': at, 'aws:asset:path': nested } = resource.Metadata ?? {};
      if (at !== undefined) { this.nodes.set(at, node); }
      if (resource.Type === 'AWS::CloudFormation::Stack') { this.addTemplate(directory, nested!, node); }
    }
  }
}

const start = (node: string) => `start of ${node}`;
const end = (node: string) => `end of ${node}`;

function read(directory: string, file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(directory, file), 'utf8'));
}
