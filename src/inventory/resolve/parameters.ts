import type { Frame, Located } from './frame';
import { type TemplateObject, templateObject, own } from './json';
import { flat, textOfResolved } from './scalars';
import { once } from './scope';
import { splitText } from './split';
import { UNKNOWN, isKnown } from '../../values/unknown';
import { Text } from '../text/text';

/** The value from the parent stack, otherwise from the source, otherwise the default, otherwise a reference to the parameter. */
export function parameter(name: string, frame: Frame): Located {
  return once(frame.scope, `parameter ${name}`, frame.result(UNKNOWN), () => {
    const declaration = templateObject(own(frame.scope.parameters, name));
    const type = typeOf(declaration);
    if (isStoredElsewhere(declaration)) { return frame.result(reference(name, frame)); }
    const fallback = own(declaration, 'Default');
    const value = passedByParent(name, frame) ?? flat(frame.resolve(own(frame.scope.source.parameters ?? {}, name) ?? fallback), frame);
    if (value.raw === undefined) { return frame.result(reference(name, frame)); }
    return type === 'CommaDelimitedList' || type.startsWith('List<') ? listOf(value, frame) : { ...value, path: frame.path };
  });
}

/** The value of such a parameter is the name of a Systems Manager parameter. */
export function isStoredElsewhere(declaration: object): boolean {
  return typeOf(templateObject(declaration)).startsWith('AWS::SSM::Parameter::Value');
}

function typeOf(declaration: TemplateObject): string {
  const type = own(declaration, 'Type');
  return typeof type === 'string' ? type : 'String';
}

function reference(name: string, { scope }: Frame): Text {
  return Text.of({ kind: 'parameter', key: `${scope.index} ${name}`, name });
}

function passedByParent(name: string, frame: Frame): Located | undefined {
  const { parent } = frame.scope;
  if (!parent) { return undefined; }
  const within = frame.within(parent.scope);
  const resource = templateObject(own(parent.scope.resources, parent.logicalId));
  const parameters = within.resolve(own(templateObject(within.resolve(resource.Properties).raw), 'Parameters'));
  if (parameters.raw === UNKNOWN) { return frame.result(UNKNOWN); }
  const value = within.resolve(own(templateObject(parameters.raw), name));
  return value.raw === undefined ? undefined : flat(value, frame);
}

function listOf(value: Located, frame: Frame): Located {
  if (Array.isArray(value.raw)) { return value; }
  const text = textOfResolved(value.raw);
  const items = isKnown(text) ? splitText(text, ',') : UNKNOWN;
  return frame.result(items === UNKNOWN ? UNKNOWN : items.map((item) => (typeof item === 'string' ? item.trim() : item)));
}
