import { type TemplateObject, isTemplateObject, templateObject, own } from './resolve/json';
import { isStoredElsewhere } from './resolve/parameters';
import type { TemplateSource } from './template-source';

type Change = (template: TemplateObject, open: readonly string[]) => TemplateObject;

/**
 * The same templates without the defaults of parameters that a deployment can override, so that a known value holds for every deployment. `undefined` if
 * there are no such defaults.
 */
export function withoutDefaults(sources: readonly TemplateSource[]): readonly TemplateSource[] | undefined {
  return changed(sources, undecided);
}

/**
 * The same templates without placeholder defaults, such as empty texts and ARNs, and with conditions that no default decides. `undefined` if
 * nothing changes.
 */
export function withoutPlaceholders(sources: readonly TemplateSource[]): readonly TemplateSource[] | undefined {
  return changed(sources, (template, open) => {
    const replaced = open.filter((name) => isPlaceholder(defaultOf(name, template)));
    return undecidedConditions(undecided(template, replaced), open);
  });
}

function changed(sources: readonly TemplateSource[], change: Change): readonly TemplateSource[] | undefined {
  const others = sources.map((source) => {
    const template = templateObject(source.template);
    const open = Object.keys(templateObject(template.Parameters)).filter((name) => isOpen(name, template, source));
    const other = open.length > 0 ? change(template, open) : template;
    return other === template ? source : { ...source, template: other };
  });
  return others.some((source, index) => source !== sources[index]) ? others : undefined;
}

function undecided(template: TemplateObject, names: readonly string[]): TemplateObject {
  if (names.length === 0) { return template; }
  const parameters = templateObject(template.Parameters);
  const declared = Object.fromEntries(names.map((name) => [name, { ...templateObject(parameters[name]), Default: undefined }]));
  return { ...template, Parameters: { ...parameters, ...declared } };
}

/** Conditions refer to other parameters of the same types, which have no default. */
function undecidedConditions(template: TemplateObject, names: readonly string[]): TemplateObject {
  if (!isTemplateObject(template.Conditions)) { return template; }
  const parameters = templateObject(template.Parameters);
  const others = new Map(names.map((name) => [name, `${name} in conditions`]));
  const declared = Object.fromEntries([...others].map(([name, other]) => [other, { ...templateObject(parameters[name]), Default: undefined }]));
  return { ...template, Parameters: { ...parameters, ...declared }, Conditions: withReferences(template.Conditions, others) };
}

function withReferences(value: unknown, others: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) { return value.map((each) => withReferences(each, others)); }
  if (!isTemplateObject(value)) { return value; }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
    [key, key === 'Ref' && typeof inner === 'string' ? others.get(inner) ?? inner : withReferences(inner, others)]));
}

/** A nested stack has only the values that its parent passes, so its other defaults are certain. */
function isOpen(name: string, template: TemplateObject, { parameters = {}, parent }: TemplateSource): boolean {
  if (parent) { return false; }
  const declaration = templateObject(own(templateObject(template.Parameters), name));
  return own(declaration, 'Default') !== undefined && own(parameters, name) === undefined && !isStoredElsewhere(declaration);
}

function defaultOf(name: string, template: TemplateObject): unknown {
  return own(templateObject(own(templateObject(template.Parameters), name)), 'Default');
}

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && (value.trim() === '' || value.includes('arn:'));
}
