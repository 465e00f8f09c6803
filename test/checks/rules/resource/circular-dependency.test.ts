import { CfnCondition, CfnOutput, CfnParameter, CfnResource, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { circularDependency } from '../../../../src/checks/rules/resource/circular-dependency';
import type { TemplateSource } from '../../../../src/inventory';
import { type RuleCase, ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';

interface Written {
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly Condition?: keyof typeof CONDITIONS;
}

const PARAMETERS = { Given: { Type: 'String' }, Stage: { Type: 'String', Default: 'prod' }, Key: { Type: 'String', Default: '' } };
const CONDITIONS = {
  Perhaps: [{ Ref: 'Given' }, 'yes'], Never: ['no', 'yes'], Always: ['yes', 'yes'], Prod: [{ Ref: 'Stage' }, 'prod'], NoKey: [{ Ref: 'Key' }, ''],
} as const;

/** Topics, which can refer to anything, as constructs and as CloudFormation. */
function topics(resources: Readonly<Record<string, Written>>, transform?: string): Pick<RuleCase, 'cdk' | 'cfn'> {
  return {
    cdk: (stack) => {
      if (transform !== undefined) { stack.addTransform(transform); }
      for (const [id, parameter] of Object.entries(PARAMETERS)) { new CfnParameter(stack, id, { default: 'Default' in parameter ? parameter.Default : undefined }); }
      for (const [id, [one, other]] of Object.entries(CONDITIONS)) { new CfnCondition(stack, id, { expression: Fn.conditionEquals(one, other) }); }
      for (const [id, { Properties: properties, DependsOn: dependsOn, Condition: condition }] of Object.entries(resources)) {
        const resource = new CfnResource(stack, id, { type: 'AWS::SNS::Topic', properties });
        resource.addOverride('DependsOn', dependsOn);
        resource.addOverride('Condition', condition);
      }
    },
    cfn: {
      Transform: transform,
      Parameters: PARAMETERS,
      Conditions: Object.fromEntries(Object.entries(CONDITIONS).map(([id, values]) => [id, { 'Fn::Equals': values }])),
      Resources: Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, { Type: 'AWS::SNS::Topic', ...resource }])),
    },
  };
}

const named = (DisplayName: unknown): Written => ({ Properties: { DisplayName } });
const ring = (length: number) => topics(Object.fromEntries(Array.from({ length }, (_, index) => [`T${index}`, named({ Ref: `T${(index + 1) % length}` })])));
const got = (path: string) => `${path.split(' ')[0]} must not depend on itself, got ${path}. Remove a 'DependsOn' or a reference, or move one of the resources to another stack.`;
const CIRCLE = [got('A → B → A')];
const doubt = (path: string) => `Whether ${path} depend on each other is unknown.`;
const BY_DEFAULTS = ' This depends on defaults of parameters, which a deployment can override.';

/** A vault and a nested stack that depend on each other. */
const nested = {
  cdk: (stack: Stack) => {
    const inner = new NestedStack(stack, 'Nested');
    const [vault, topic] = [new CfnResource(stack, 'Vault', { type: 'AWS::Backup::BackupVault', properties: { BackupVaultName: 'orders' } }), new sns.CfnTopic(inner, 'Topic')];
    topic.displayName = vault.getAtt('BackupVaultArn').toString();
    vault.addPropertyOverride('Notifications', { SNSTopicArn: topic.ref });
  },
  cfn: [
    sourceOf({
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', Notifications: { SNSTopicArn: { 'Fn::GetAtt': ['Nested', 'Outputs.Topic'] } } } },
      Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com', Parameters: { Vault: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } } } },
    }),
    sourceOf(
      { Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Vault' } } } }, Outputs: { Topic: { Value: { Ref: 'Topic' } } }, Parameters: { Vault: { Type: 'String' } } },
      { id: 'Nested', parent: { id: 'Stack', logicalId: 'Nested' } },
    ),
  ],
};

function importing(own: string, other: string, more: Partial<TemplateSource> = {}): TemplateSource {
  return sourceOf({
    Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': other } } } },
    Outputs: { Topic: { Value: { Ref: 'Topic' }, Export: { Name: own } } },
  }, { id: own, stackName: own, ...more });
}

/** The CDK rejects stacks that refer to each other, so the names are literals. */
function importingConstructs(pairs: readonly (readonly [string, string])[]): RuleCase['cdk'] {
  return (stack) => {
    for (const [own, other] of pairs) {
      const each = new Stack(stack.node.root, own, { env: { account: ACCOUNT, region: REGION } });
      const topic = new sns.CfnTopic(each, 'Topic', { displayName: Fn.importValue(other) });
      new CfnOutput(each, 'Export', { value: topic.ref, exportName: own });
    }
  };
}

const stacks = (...pairs: readonly (readonly [string, string])[]) => ({
  cdk: importingConstructs(pairs), cfn: pairs.map(([own, other]) => importing(own, other)),
});
const imported = (path: string) => `stack '${path.split(' ')[0]}' must not import from itself through other stacks, got ${path}. None of them can be deployed first. `
  + 'Move the exported resource, or replace the import with a literal name.';

describeRule(circularDependency, {
  compliant: [
    { name: 'a chain', ...topics({ A: named({ Ref: 'B' }), B: { DependsOn: ['C'] }, C: {} }) },
    { name: 'two ways to one resource', ...topics({ A: { DependsOn: ['B', 'C'] }, B: named({ Ref: 'D' }), C: named({ Ref: 'D' }), D: {} }) },
    { name: 'what only looks like a reference', ...topics({ A: named({ 'Fn::Sub': ['${!B} ${B} B', { B: 'a text' }] }), B: { DependsOn: 'A' } }) },
    { name: 'a branch that is never selected', ...topics({ A: named({ 'Fn::If': ['Never', { Ref: 'B' }, 'none'] }), B: { DependsOn: 'A' } }) },
    { name: 'a resource that is never there', ...topics({ A: named({ 'Fn::If': ['Always', 'none', { Ref: 'B' }] }), B: { DependsOn: 'A', Condition: 'Never' } }) },
    { name: 'a resource that is not there', ...topics({ A: { DependsOn: 'Gone' } }) },
    { name: 'stacks that import in one direction', ...stacks(['One', 'Two'], ['Two', 'Three'], ['Three', 'Elsewhere']) },
  ],
  nonCompliant: [
    { name: 'Ref and DependsOn', ...topics({ A: named({ Ref: 'B' }), B: { DependsOn: 'A' } }), messages: CIRCLE },
    { name: 'GetAtt and a list of DependsOn', ...topics({ A: named({ 'Fn::GetAtt': ['B', 'TopicArn'] }), B: { DependsOn: ['C', 'A'] }, C: {} }), messages: CIRCLE },
    { name: 'GetAtt in one text', ...topics({ A: named({ 'Fn::GetAtt': 'B.TopicArn' }), B: named({ Ref: 'A' }) }), messages: CIRCLE },
    { name: 'Sub', ...topics({ A: named({ 'Fn::Sub': 'a ${B.TopicArn}' }), B: named({ 'Fn::Sub': '${A}' }) }), messages: CIRCLE },
    { name: 'the variables of Sub', ...topics({ A: named({ 'Fn::Sub': ['${X}', { X: { Ref: 'B' } }] }), B: { DependsOn: 'A' } }), messages: CIRCLE },
    { name: 'deep in other functions', ...topics({ A: named([{ 'Fn::Join': ['', ['a', { 'Fn::Select': [0, [{ Ref: 'B' }]] }]] }]), B: { DependsOn: 'A' } }), messages: CIRCLE },
    { name: 'the branch that is selected', ...topics({ A: named({ 'Fn::If': ['Always', { Ref: 'B' }, 'none'] }), B: { DependsOn: 'A', Condition: 'Always' } }), messages: CIRCLE },
    { name: 'a resource and itself', ...topics({ A: named({ Ref: 'A' }) }), messages: [got('A → A')] },
    { name: 'the shortest of several', ...topics({ A: { DependsOn: ['B', 'C'] }, B: { DependsOn: 'D' }, C: { DependsOn: 'A' }, D: { DependsOn: 'A' } }), messages: [got('A → C → A')] },
    {
      name: 'two that have nothing to do with each other',
      ...topics({ Z: { DependsOn: 'A' }, A: { DependsOn: 'B' }, B: { DependsOn: 'A' }, C: { DependsOn: 'D' }, D: { DependsOn: 'C' } }),
      messages: [...CIRCLE, got('C → D → C')],
    },
    { name: 'many, all of them', ...ring(9), messages: [got('T0 → T1 → T2 → T3 → T4 → T5 → T6 → T7 → T8 → T0')] },
    { name: 'more than can be read', ...ring(10), messages: [got('T0 → T1 → T2 → T3 → T4 → T5 → T6 → … → T9 → T0')] },
    {
      name: 'by the default of a parameter that is meant',
      ...topics({ A: named({ 'Fn::If': ['Prod', { Ref: 'B' }, 'none'] }), B: { DependsOn: 'A' } }),
      messages: [CIRCLE[0] + BY_DEFAULTS],
      levels: ['warning'],
    },
    { name: 'a nested stack and a vault around it', ...nested, messages: [/^Vault must not depend on itself, got Vault → Nested\w* → Vault\. /] },
    { name: 'two stacks', ...stacks(['One', 'Two'], ['Two', 'One']), messages: [imported('One → Two → One')], levels: ['warning'] },
    { name: 'three stacks, and one that imports from them', ...stacks(['Zero', 'One'], ['One', 'Two'], ['Two', 'Three'], ['Three', 'One']), messages: [imported('One → Two → Three → One')], levels: ['warning'] },
  ],
  notApplicable: [
    { name: 'resources that do not wait', ...topics({ A: {}, B: named('b') }) },
  ],
  unknown: [
    { name: 'a branch that is perhaps selected', ...topics({ A: named({ 'Fn::If': ['Perhaps', { Ref: 'B' }, 'none'] }), B: { DependsOn: 'A' } }), messages: [doubt('A → B → A')] },
    { name: 'a branch in such a branch', ...topics({ A: named({ 'Fn::If': ['Perhaps', { 'Fn::If': ['Always', { Ref: 'B' }, ''] }, ''] }), B: { DependsOn: 'A' } }), messages: [doubt('A → B → A')] },
    { name: 'a resource that is perhaps there', ...topics({ A: { DependsOn: 'B', Condition: 'Perhaps' }, B: { DependsOn: 'A' } }), messages: [doubt('A → B → A')] },
    { name: 'what a transform makes', ...topics({ A: { DependsOn: 'B' }, B: { DependsOn: 'A' } }, 'AWS::Serverless-2016-10-31'), messages: [doubt('A → B → A')] },
  ],
});
