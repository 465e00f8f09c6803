import type { Frame } from './frame';
import { identityOf } from './identities';
import { templateObject, own } from './json';
import { textOfResolved } from './scalars';
import { once, typeOf } from './scope';
import { UNKNOWN, isKnown } from '../../values/unknown';
import { accountPart, partitionPart, regionPart } from '../environment';
import { type Part, type Reference, Text } from '../text/text';

/** The name in the template, otherwise a reference to the name that is chosen at deployment. */
export function physicalId(logicalId: string, frame: Frame): Text {
  const { scope } = frame;
  const reference = resourceReference(logicalId, frame);
  return once(scope, `id ${logicalId}`, Text.of(reference), () => {
    const identity = identityOf(typeOf(scope, logicalId));
    const stated = identity?.nameProperty === undefined ? undefined : propertyText(logicalId, identity.nameProperty, frame);
    if (stated === undefined) { return Text.of(identity?.generatedName ? { ...reference, generated: true } : reference); }
    if (stated === UNKNOWN) { return Text.of(UNKNOWN); }
    return identity?.lowercase && stated.literal !== undefined ? Text.of(stated.literal.toLowerCase()) : stated;
  });
}

/**
 * The ARN in a normal form. `undefined` for types with unknown ARNs.
 *
 * @param elsewhere the Region, if it is not that of the stack
 */
export function arnOf(logicalId: string, frame: Frame, elsewhere?: Part): Text | undefined {
  const identity = identityOf(typeOf(frame.scope, logicalId));
  if (!identity) { return undefined; }
  const { environment, partition } = frame.scope;
  const region = elsewhere ?? regionPart(environment);
  return once(frame.scope, `arn ${logicalId}${elsewhere === undefined ? '' : ` ${Text.of(elsewhere).encoded}`}`, Text.of(UNKNOWN), () => {
    const parts = identity.arn.map<Part | Text>((piece, index) => {
      if (index % 2 === 0) { return piece; }
      if (piece === 'id') { return physicalId(logicalId, frame); }
      if (piece === 'region') { return region; }
      return piece === 'account' ? accountPart(environment) : placeholder(piece, logicalId, frame);
    });
    return Text.of('arn:', partitionPart(environment, partition), ':', ...parts);
  });
}

function placeholder(piece: string, logicalId: string, frame: Frame): Part | Text {
  if (piece === '?') { return UNKNOWN; }
  if (piece.startsWith('@')) { return attributeReference(logicalId, piece.slice(1), frame); }
  const [property, fallback] = piece.split('=');
  return propertyText(logicalId, property, frame) ?? (/^[@?]/.test(fallback) ? placeholder(fallback, logicalId, frame) : fallback);
}

function propertyText(logicalId: string, property: string, frame: Frame): Text | typeof UNKNOWN | undefined {
  const resource = templateObject(own(frame.scope.resources, logicalId));
  const properties = frame.resolve(resource.Properties);
  if (properties.raw === UNKNOWN) { return UNKNOWN; }
  const text = textOfResolved(frame.within(properties.scope).resolve(own(templateObject(properties.raw), property)).raw);
  return isKnown(text) && text.literal === '' ? UNKNOWN : text;
}

function resourceReference(logicalId: string, { scope }: Frame): Reference {
  const known = identityOf(typeOf(scope, logicalId)) !== undefined;
  return { kind: known ? 'resource' : 'attribute', key: `${scope.index} ${logicalId}`, name: logicalId };
}

export function attributeReference(logicalId: string, attribute: string, { scope }: Frame): Reference {
  return { kind: 'attribute', key: `${scope.index} ${logicalId} ${attribute}`, name: `${logicalId}.${attribute}` };
}
