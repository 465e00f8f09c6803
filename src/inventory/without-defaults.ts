import { isObject, objectOf, own } from './resolve/json';
import { isStoredElsewhere } from './resolve/parameters';
import type { TemplateSource } from './template-source';

/**
 * The same templates without the defaults of parameters that a deployment may give other values, so that what is still known holds for
 * every deployment; `undefined` where there are no such defaults.
 */
export function withoutDefaults(sources: readonly TemplateSource[]): readonly TemplateSource[] | undefined {
  const others = sources.map(withoutOwnDefaults);
  return others.some((source, index) => source !== sources[index]) ? others : undefined;
}

function withoutOwnDefaults(source: TemplateSource): TemplateSource {
  const template = objectOf(source.template);
  const parameters = objectOf(template.Parameters);
  const open = Object.keys(parameters).filter((name) => isObject(parameters[name]) && hasOpenDefault(name, parameters[name], source));
  if (open.length === 0) { return source; }
  const undecided = Object.fromEntries(open.map((name) => [name, { ...objectOf(parameters[name]), Default: undefined }]));
  return { ...source, template: { ...template, Parameters: { ...parameters, ...undecided } } };
}

function hasOpenDefault(name: string, declaration: object, { parameters = {} }: TemplateSource): boolean {
  return own(objectOf(declaration), 'Default') !== undefined && own(parameters, name) === undefined && !isStoredElsewhere(declaration);
}
