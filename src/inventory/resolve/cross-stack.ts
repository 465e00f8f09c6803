import type { Frame, Intrinsic, Located } from './frame';
import { type TemplateObject, isTemplateObject, templateObject, own } from './json';
import { templateProperty } from './nested-stacks';
import { flat, literalOf } from './scalars';
import { type Scope, once, typeOf } from './scope';
import { type Answer, allOf } from '../../values/answer';
import { append } from '../../values/append';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import { type Environment, samePart, sameEnvironment } from '../environment';

/** The custom resources of the CDK that pass a value to another Region: the writer in its source, the reader in its destination. */
const READER = 'Custom::CrossRegionExportReader';
const WRITER = 'Custom::CrossRegionExportWriter';

/** Not a CloudFormation function. In a tree that is not synthesized, it contains the id of the source and the value to resolve there. */
export const REFERENCE_TO_ANOTHER_STACK = 'Fn::ReferenceToAnotherStack';

interface Output {
  readonly scope: Scope;
  readonly name: string;
}

export const crossStackFunctions: Readonly<Record<string, Intrinsic>> = {
  [REFERENCE_TO_ANOTHER_STACK]: inAnotherStack,
  'Fn::ImportValue': ofAnotherStack('Fn::ImportValue'),
  'Fn::GetStackOutput': ofAnotherStack('Fn::GetStackOutput'),
};

function ofAnotherStack(name: string): Intrinsic {
  return (argument, frame) => {
    const found = outputMeant(name, argument, frame);
    return found ? outputOf(found, frame) : frame.result(UNKNOWN);
  };
}

/** The output of another stack that an intrinsic function gets its value from; undefined if it is unknown, or if the function is another one. */
export function outputMeant(name: string, argument: unknown, frame: Frame): Output | undefined {
  switch (name) {
    case 'Fn::ImportValue': return outputExportedAs(argument, frame);
    case 'Fn::GetStackOutput': return outputNamed(templateObject(argument), frame);
    default: return undefined;
  }
}

function outputExportedAs(argument: unknown, frame: Frame): Output | undefined {
  const name = frame.text(argument);
  const key = isKnown(name) ? name.key : undefined;
  const exporting = key === undefined ? [] : exportsOf(frame).get(key) ?? [];
  return theOnly(exporting, frame.scope, ({ scope }) => sameEnvironment(scope.environment, frame.scope.environment));
}

function outputNamed(given: TemplateObject, frame: Frame): Output | undefined {
  const stack = literalOf(frame.text(given.StackName));
  const output = literalOf(frame.text(given.OutputName));
  const region = literalOf(frame.text(given.Region));
  if (!isKnown(stack) || !isKnown(output)) { return undefined; }
  const here = frame.scope.environment;
  const from: Environment = region === undefined ? here : { ...here, region };
  const producers = frame.scope.all.filter(({ source }) => source.stackName === stack);
  return theOnly(producers.map((scope) => ({ scope, name: output })), frame.scope, ({ scope: { environment } }) => allOf([
    given.RoleArn === undefined ? samePart(environment.account, from.account, environment.application === from.application) : true,
    samePart(environment.region, from.region, environment.application === from.application),
  ]));
}

function inAnotherStack(argument: unknown, frame: Frame): Located {
  const [id, raw] = Array.isArray(argument) ? argument as unknown[] : [];
  const scope = frame.scope.all.find(({ source }) => source.id === id);
  return scope ? { ...frame.within(scope).resolve(raw), path: frame.path } : frame.result(UNKNOWN);
}

/** Attributes that another template states: outputs of nested stacks, and what comes from another Region. */
export function attributeOfAnotherStack(type: string, logicalId: string, attribute: string, frame: Frame): Located | undefined {
  if (templateProperty(type) !== undefined && attribute.startsWith('Outputs.')) {
    const scope = frame.scope.nested.get(logicalId);
    return scope && outputOf({ scope, name: attribute.slice('Outputs.'.length) }, frame);
  }
  return type === READER ? written(attribute, frame) : undefined;
}

function outputOf({ scope, name }: Output, frame: Frame): Located {
  const unknown = frame.result(UNKNOWN);
  const value = once(scope, `output ${name}`, unknown, () => (
    flat(frame.within(scope).resolve(templateObject(own(scope.outputs, name)).Value), frame)
  ));
  return value.raw === undefined ? unknown : { ...value, path: frame.path };
}

/** By the key of the export's name. Another account or Region might have an export of the same name. */
function exportsOf(frame: Frame): ReadonlyMap<string, readonly Output[]> {
  const [first] = frame.scope.all;
  return once<ReadonlyMap<string, readonly Output[]>>(first, 'exports', new Map(), () => {
    const exports = new Map<string, Output[]>();
    for (const scope of frame.scope.all) {
      for (const [name, output] of Object.entries(scope.outputs)) {
        const exported = frame.within(scope).text(templateObject(templateObject(output).Export).Name);
        const key = isKnown(exported) ? exported.key : undefined;
        if (key !== undefined) { append(exports, key, { scope, name }); }
      }
    }
    return exports;
  });
}

interface Writer {
  readonly scope: Scope;
  readonly region: Value<string>;
  readonly exports: TemplateObject;
}

function written(path: string, frame: Frame): Located {
  const here = frame.scope.environment;
  const writers = writersOf(frame).filter((writer) => Object.hasOwn(writer.exports, path));
  const found = theOnly(writers, frame.scope, ({ scope, region }) => {
    const sameApplication = scope.environment.application === here.application;
    return allOf([samePart(scope.environment.account, here.account, sameApplication), samePart(region, here.region, sameApplication)]);
  });
  const unknown = frame.result(UNKNOWN);
  if (!found) { return unknown; }
  const value = once(found.scope, `written ${path}`, unknown, () => flat(frame.within(found.scope).resolve(found.exports[path]), frame));
  return { ...value, path: frame.path };
}

function writersOf(frame: Frame): readonly Writer[] {
  const [first] = frame.scope.all;
  return once<readonly Writer[]>(first, 'writers', [], () => frame.scope.all.flatMap((scope) => (
    Object.keys(scope.resources).filter((logicalId) => typeOf(scope, logicalId) === WRITER).map((logicalId) => {
      const properties = templateObject(templateObject(scope.resources[logicalId]).Properties);
      const props = templateObject(properties.WriterProps);
      return { scope, region: literalOf(frame.within(scope).text(props.region)), exports: isTemplateObject(props.exports) ? props.exports : {} };
    })
  )));
}

/** The certain export. If there are several, as in Stages with equal names, the one of the same application. */
function theOnly<T extends { readonly scope: Scope }>(candidates: readonly T[], consumer: Scope, matches: (candidate: T) => Answer): T | undefined {
  const certain = candidates.filter((candidate) => matches(candidate) === true);
  if (certain.length < 2) { return certain[0]; }
  const nearest = certain.filter(({ scope }) => scope.environment.application === consumer.environment.application);
  return nearest.length === 1 ? nearest[0] : undefined;
}
