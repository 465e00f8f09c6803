import type { Acknowledged } from './acknowledged';
import type { Document } from './document';
import { jsonDocument } from './json-document';
import { type Position, Lines } from './position';
import { STANDARD_INPUT, readText, unchangedText, textOf } from './read-text';
import { yamlDocument } from './yaml-document';
import { type Address, type TemplateSource, NESTED_STACK_TYPES } from '../../inventory';
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
    if (++this.count > MOST_NESTED) { throw new InputError(`At most ${MOST_NESTED} nested stacks can be read together, got more at '${name}'. Check fewer templates together.`); }
  }
}

/** A template file, or one stack of it. */
export class TemplateFile {
  constructor(
    public readonly path: string,
    /** The name in the report. */
    public readonly name: string,
    private readonly document: Document,
    /** In characters. */
    public readonly size: number,
    /** One sentence for each name that an object has twice, up to a number that can be read. */
    public readonly duplicates: readonly string[],
    /** Whether its text has the name of a type that creates a nested stack. */
    public readonly mayNest: boolean,
    public readonly facts: StackFacts,
    /** Distinguishes the stacks of one file. */
    public readonly id: string = name,
  ) {}

  public get template(): Readonly<Record<string, unknown>> {
    return this.document.value as Readonly<Record<string, unknown>>;
  }

  public get resources(): Readonly<Record<string, unknown>> {
    return this.template.Resources as Readonly<Record<string, unknown>> | undefined ?? {};
  }

  public get source(): TemplateSource {
    const { acknowledged, ...facts } = this.facts;
    return { ...facts, id: this.id, template: this.template };
  }

  public with(facts: StackFacts): TemplateFile {
    return new TemplateFile(this.path, this.name, this.document, this.size, this.duplicates, this.mayNest, { ...this.facts, ...facts }, this.id);
  }

  /** The nested stack that a resource of another stack creates from this file. */
  public nestedIn(parent: TemplateFile, logicalId: string, facts: StackFacts = {}): TemplateFile {
    const id = `${this.name} in ${parent.id} ${logicalId}`;
    const nested = { ...facts, parent: { id: parent.id, logicalId } };
    return new TemplateFile(this.path, this.name, this.document, this.size, this.duplicates, this.mayNest, nested, id);
  }

  /**
   * The positions of properties, or the closest positions if they are left out. The file is read again if necessary.
   *
   * @throws InputError if the file has changed
   */
  public positionsOf(places: readonly Pick<Address, 'logicalId' | 'origin' | 'path'>[]): Position[] {
    const positions = this.document.positions();
    return places.map(({ logicalId, origin = [logicalId], path }) => positions.at(['Resources', ...origin, ...path === '' ? [] : ['Properties']], path));
  }
}

/**
 * @param bytes the content of the file, if it is read already
 * @throws InputError if the file is not a template
 */
export function readTemplate(path: string, name: string, bytes?: Buffer): TemplateFile {
  const file = readStackTemplate(path, name, bytes);
  if (file.template.Resources === undefined) { throw new NotATemplateError(`'${name}' is not a CloudFormation template. It has no 'Resources'.`); }
  return file;
}

/**
 * The template of a stack, which can be empty in a cloud assembly.
 *
 * @param bytes the content of the file, if it is read already
 * @throws InputError if the file is not a template
 */
export function readStackTemplate(path: string, name: string, bytes?: Buffer): TemplateFile {
  const text = bytes ? textOf(bytes, name) : readText(path, name);
  const document = documentOf(text, name, () => (path === STANDARD_INPUT ? () => text : unchangedText(path, name, text)));
  const { value } = document;
  if (!isObject(value)) { throw new NotATemplateError(`'${name}' is not a CloudFormation template. It has no 'Resources'.`); }
  if (value.Resources !== undefined && !isObject(value.Resources)) { throw new NotATemplateError(`'${name}' is not a CloudFormation template. Its 'Resources' are not an object.`); }
  const mayNest = NESTED_STACK_TYPES.some((type) => text.includes(type));
  return new TemplateFile(path, name, document, text.length, duplicatesOf(document, text, name), mayNest, {});
}

function duplicatesOf({ duplicates }: Document, text: string, name: string): string[] {
  if (duplicates.length === 0) { return []; }
  const lines = new Lines(text);
  const sentences = duplicates.slice(0, MOST_DUPLICATES).map((duplicate) => {
    const [one, other] = [duplicate.first, duplicate.second].map((offset) => lines.at(offset)).map(({ line, column }) => `line ${line}, column ${column}`);
    return `'${name}' has '${duplicate.name}' twice in one object (${one}, and ${other}). The command uses the last one. Delete the other one.`;
  });
  const rest = duplicates.length - MOST_DUPLICATES;
  return rest > 0 ? [...sentences, `'${name}' has ${rest} more such names.`] : sentences;
}

/**
 * Text that begins with a bracket is JSON, unless the file name is that of YAML, which can also begin with a bracket. Other text is YAML.
 *
 * @param reader returns a function that returns the same text when positions are needed
 */
export function documentOf(text: string, name: string, reader: () => () => string): Document {
  const isJson = /^\uFEFF?\s*[[{]/.test(text) && !/\.ya?ml$/i.test(name);
  return isJson ? jsonDocument(text, name, reader()) : yamlDocument(text, name);
}
