import * as fc from 'fast-check';

/** The logical id of a resource of a type: its type without the first word. */
export function idOf(type: string): string {
  return type.split('::').slice(1).join('');
}

const REFERRED = ['AWS::Backup::BackupVault', 'AWS::Backup::BackupPlan', 'AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::SNS::Topic', 'AWS::CloudFormation::Stack'];
const NAMES = [...REFERRED.map(idOf), 'Reader', 'Writer', 'Open', 'Closed', 'AWS::Region', 'AWS::NoValue', 'AWS::StackName', 'constructor', '__proto__', 'Nothing'];

/** Any value of a template: valid, an intrinsic function in any form, or invalid. */
export const { value } = fc.letrec<{ value: unknown; intrinsic: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>('*', 'orders', 'gold', 'arn:aws:dynamodb:*:*:table/*', 'arn:aws:backup:eu-west-1:111122223333:backup-vault:orders', '7', 'true', 35, null, true),
    fc.jsonValue({ maxDepth: 2 }),
    tie('intrinsic'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('Key', 'Value', 'StringEquals', 'ConditionKey', 'Region', 'Tags', 'Statement'), tie('value'), { maxKeys: 3 }),
  ),
  intrinsic: fc.oneof(
    fc.constantFrom(...NAMES).map((name) => ({ Ref: name })),
    fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('Arn', 'Outputs.Out', 'BackupVaultArn', '/cdk/exports/x', 'Any')).map((path) => ({ 'Fn::GetAtt': path })),
    fc.constantFrom(...NAMES).map((name) => ({ 'Fn::Sub': `a\${${name}}\${${name}.Arn}` })),
    fc.tuple(fc.constantFrom('Fn::Join', 'Fn::Sub', 'Fn::Select', 'Fn::Split', 'Fn::If', 'Fn::FindInMap', 'Fn::ImportValue', 'Fn::GetStackOutput', 'Fn::GetAtt',
      'Fn::Transform', 'Fn::GetAZs', 'Ref', 'Fn::ReferenceToAnotherStack'), tie('value')).map(([name, argument]) => ({ [name]: argument })),
    fc.tuple(fc.constantFrom('C0', 'C1', 'C2'), tie('value'), tie('value')).map((branches) => ({ 'Fn::If': branches })),
    fc.tuple(fc.constantFrom('', ':'), fc.array(tie('value'), { maxLength: 3 })).map((join) => ({ 'Fn::Join': join })),
  ),
}));

export function properties(...names: string[]): fc.Arbitrary<unknown> {
  const right = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  return fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: value });
}
