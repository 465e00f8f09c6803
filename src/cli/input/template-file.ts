import type { Acknowledged } from './acknowledged';
import type { Document } from './document';
import { jsonDocument } from './json-document';
import { type Position, Lines, nodeAt } from './position';
import { readText } from './read-text';
import { yamlDocument } from './yaml-document';
import type { Address, TemplateSource } from '../../inventory';
import { isObject } from '../../values/is-object';
import { InputError, NotATemplateError } from '../input-error';

/** Facts about a stack that are not in its template. */
export interface StackFacts extends Partial<Omit<TemplateSource, 'id' | 'template'>> {
  readonly acknowledged?: Acknowledged;
}

/** Limits the stacks of templates that are each nested in the next one more than once. */
const MOST_NESTED = 10_000;

/** The largest number of sentences about the names of one file. */
const MOST_DUPLICATES = 10;

/** Counts nested stacks. */
export class NestedCount {
  private count = 0;

  /** @throws InputError if there are too many */
  public add({ name }: TemplateFile) {
    if (++this.count > MOST_NESTED) { throw new InputError(`At most ${MOST_NESTED} nested stacks can be read together, got more at '${name}'.`); }
  }
}

/** A template file, or one stack of it. */
export class TemplateFile {
  private lines?: Lines;

  constructor(
    public readonly path: string,
    /** The name in the report. */
    public readonly name: string,
    private readonly text: string,
    private readonly document: Document,
    public readonly facts: StackFacts,
    /** Distinguishes the stacks of one file. */
    public readonly id: string = name,
  ) {}

  public get template(): Readonly<Record<string, unknown>> {
    return this.document.value as Readonly<Record<string, unknown>>;
  }

  public get resources(): Readonly<Record<string, unknown>> {
    return this.template.Resources as Readonly<Record<string, unknown>>;
  }

  public get source(): TemplateSource {
    const { acknowledged, ...facts } = this.facts;
    return { ...facts, id: this.id, template: this.template };
  }

  public with(facts: StackFacts): TemplateFile {
    return new TemplateFile(this.path, this.name, this.text, this.document, { ...this.facts, ...facts }, this.id);
  }

  /** The nested stack that a resource of another stack creates from this file. */
  public nestedIn(parent: TemplateFile, logicalId: string, facts: StackFacts = {}): TemplateFile {
    const id = `${this.name} in ${parent.id} ${logicalId}`;
    return new TemplateFile(this.path, this.name, this.text, this.document, { ...facts, parent: { id: parent.id, logicalId } }, id);
  }

  /** One sentence for each name that an object has twice, up to a number that can be read. */
  public get duplicates(): string[] {
    const { duplicates } = this.document;
    const [most, rest] = [duplicates.slice(0, MOST_DUPLICATES), duplicates.length - MOST_DUPLICATES];
    const sentences = most.map(({ name, first, second }) => {
      const [one, other] = [first, second].map((offset) => this.at(offset)).map(({ line, column }) => `line ${line}, column ${column}`);
      return `'${this.name}' has '${name}' twice in one object (${one}, and ${other}). The command uses the last one. Delete the other one.`;
    });
    return rest > 0 ? [...sentences, `'${this.name}' has ${rest} more such names.`] : sentences;
  }

  private at(offset: number): Position {
    this.lines ??= new Lines(this.text);
    return this.lines.at(offset);
  }

  /** The position of a property, or the closest position if it is left out. */
  public positionOf({ logicalId, origin = [logicalId], path }: Pick<Address, 'logicalId' | 'origin' | 'path'>): Position {
    const steps = ['Resources', ...origin, ...path === '' ? [] : ['Properties']];
    return this.at(nodeAt(this.document.positions(), steps, path).offset);
  }
}

/** @throws InputError if the file is not a template */
export function readTemplate(path: string, name: string, facts: StackFacts = {}): TemplateFile {
  const text = readText(path, name);
  const document = documentOf(text, name);
  if (!isTemplate(document.value)) { throw new NotATemplateError(`'${name}' is not a CloudFormation template. It has no 'Resources'.`); }
  return new TemplateFile(path, name, text, document, facts);
}

/** Text that begins with a bracket is JSON, unless the file name is that of YAML, which can also begin with a bracket. Other text is YAML. */
export function documentOf(text: string, name: string): Document {
  const isJson = /^\uFEFF?\s*[[{]/.test(text) && !/\.ya?ml$/i.test(name);
  return isJson ? jsonDocument(text, name) : yamlDocument(text, name);
}

function isTemplate(value: unknown): boolean {
  return isObject(value) && isObject(value.Resources);
}
