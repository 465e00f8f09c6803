import { attributeOfAnotherStack } from './cross-stack';
import type { Frame, Intrinsic, Located } from './frame';
import { identityOf } from './identities';
import { arnOf, attributeReference, physicalId } from './names';
import { parameter } from './parameters';
import { literalOf, simplest } from './scalars';
import { typeOf } from './scope';
import { UNKNOWN, isKnown } from '../../values/unknown';
import { accountPart, partitionPart, regionPart } from '../environment';
import { type Part, Text } from '../text/text';

export const referenceFunctions: Readonly<Record<string, Intrinsic>> = {
  'Ref': (argument, frame) => (typeof argument === 'string' ? ref(argument, frame) : frame.result(UNKNOWN)),
  'Fn::GetAtt': (argument, frame) => {
    if (typeof argument === 'string') { return getAtt(argument, frame); }
    const [logicalId, ...path] = Array.isArray(argument) ? argument as unknown[] : [];
    const attribute = path.map((each) => literalOf(frame.text(each)));
    return typeof logicalId === 'string' && attribute.length > 0 && attribute.every(isKnown)
      ? attributeOf(logicalId, attribute.join('.'), frame)
      : frame.result(UNKNOWN);
  },
};

export function ref(name: string, frame: Frame): Located {
  const { scope } = frame;
  if (name.startsWith('AWS::')) { return frame.result(pseudoParameter(name, frame)); }
  if (Object.hasOwn(scope.parameters, name)) { return parameter(name, frame); }
  const type = typeOf(scope, name);
  if (type === undefined) { return frame.result(UNKNOWN); }
  return identifying(name, identityOf(type)?.refIsArn ? arnOf(name, frame)! : physicalId(name, frame), frame);
}

/** @param name the logical id and the attribute, as in `Table.Arn` */
export function getAtt(name: string, frame: Frame): Located {
  const dot = name.indexOf('.');
  return dot > 0 ? attributeOf(name.slice(0, dot), name.slice(dot + 1), frame) : frame.result(UNKNOWN);
}

function attributeOf(logicalId: string, attribute: string, frame: Frame): Located {
  const type = typeOf(frame.scope, logicalId);
  if (type === undefined) { return frame.result(UNKNOWN); }
  const elsewhere = attributeOfAnotherStack(type, logicalId, attribute, frame);
  if (elsewhere) { return elsewhere; }
  const identity = identityOf(type);
  if (identity?.arnAttribute === attribute) { return identifying(logicalId, arnOf(logicalId, frame)!, frame); }
  if (identity?.idAttribute === attribute) { return identifying(logicalId, physicalId(logicalId, frame), frame); }
  const text = Text.of(attributeReference(logicalId, attribute, frame));
  return attribute === 'Arn' ? identifying(logicalId, text, frame) : frame.result(text);
}

function identifying(logicalId: string, text: Text, frame: Frame): Located {
  return { ...frame.result(simplest(text)), of: { sourceId: frame.scope.source.id, logicalId } };
}

function pseudoParameter(name: string, { scope }: Frame): string | Text | typeof UNKNOWN | undefined {
  const { environment, partition, source } = scope;
  const ofStack: Part = { kind: name === 'AWS::StackName' ? 'pseudo' : 'attribute', key: `${scope.index} ${name}`, name };
  switch (name) {
    case 'AWS::NoValue': return undefined;
    case 'AWS::AccountId': return simplest(Text.of(accountPart(environment)));
    case 'AWS::Region': return simplest(Text.of(regionPart(environment)));
    case 'AWS::Partition': return simplest(Text.of(partitionPart(environment, partition)));
    case 'AWS::URLSuffix': return urlSuffix(partitionPart(environment, partition), environment.application);
    case 'AWS::StackName': return source.stackName ?? Text.of(ofStack);
    case 'AWS::StackId': return Text.of(ofStack);
    default: return UNKNOWN;
  }
}

function urlSuffix(partition: Part, application: string): string | Text {
  if (partition === 'aws' || partition === 'aws-us-gov') { return 'amazonaws.com'; }
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : Text.of({ kind: 'pseudo', key: `AWS::URLSuffix@${application}`, name: 'AWS::URLSuffix' });
}
