import { type Stack, CfnParameter, CfnStack, NestedStack } from 'aws-cdk-lib';
import { nestedStackTemplate } from '../../../../src/checks/rules/resource/nested-stack-template';
import { bothWays } from '../../both-ways';
import { describeRule, sourceOf } from '../../rule-cases';

const NESTED = 'AWS::CloudFormation::Stack';
const nested = (url: string) => ({
  cdk: (stack: Stack) => { new CfnStack(stack, 'Nested', { templateUrl: url }); },
  cfn: { Nested: { Type: NESTED, Properties: { TemplateURL: url } } },
});
const UNKNOWN_RESOURCES = 'nested stack Nested: the resources of its template are unknown. It is not among the templates.';
const rejected = (url: string) => `nested stack Nested: 'TemplateURL' must start with 'https://', got '${url}'. Write the HTTPS URL of the object.`;

describeRule(nestedStackTemplate, {
  compliant: [{
    name: 'a template that is checked too',
    cdk: (stack) => { new NestedStack(stack, 'Nested'); },
    cfn: [sourceOf({ Nested: { Type: NESTED, Properties: { TemplateURL: 'nested.yaml' } } }), sourceOf({}, { id: 'Nested', parent: { id: 'Stack', logicalId: 'Nested' } })],
  }],
  nonCompliant: [
    { name: 'a URL of S3', ...nested('s3://templates/backups.yaml'), messages: [rejected('s3://templates/backups.yaml')], paths: ['TemplateURL'] },
    { name: 'a URL without encryption', ...nested('http://templates.s3.amazonaws.com/backups.yaml'), messages: [rejected('http://templates.s3.amazonaws.com/backups.yaml')] },
  ],
  notApplicable: [{ name: 'no nested stack', ...bothWays({ Topic: { Type: 'AWS::SNS::Topic' } }) }],
  unknown: [
    { name: 'a URL', ...nested('https://templates.s3.amazonaws.com/backups.yaml'), messages: [UNKNOWN_RESOURCES] },
    { name: 'a path', ...nested('s3/backups.yaml'), messages: [UNKNOWN_RESOURCES] },
    {
      name: 'a parameter',
      cdk: (stack) => { new CfnStack(stack, 'Nested', { templateUrl: new CfnParameter(stack, 'Url').valueAsString }); },
      cfn: { Parameters: { Url: { Type: 'String' } }, Resources: { Nested: { Type: NESTED, Properties: { TemplateURL: { Ref: 'Url' } } } } },
      messages: [UNKNOWN_RESOURCES],
    },
  ],
});
