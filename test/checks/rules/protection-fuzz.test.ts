import * as fc from 'fast-check';
import type { CheckOptions } from '../../../src/checks/check-options';
import { evaluate } from '../../../src/checks/evaluate';
import { COVERAGE_RULES } from '../../../src/checks/rules/coverage';
import { DYNAMODB_RULES } from '../../../src/checks/rules/dynamodb';
import { RESILIENCE_RULES } from '../../../src/checks/rules/resilience';
import { SELECTION_RULES } from '../../../src/checks/rules/selection';
import { VAULT_RULES } from '../../../src/checks/rules/vault';
import { type TemplateSource, BackupInventory } from '../../../src/inventory';
import { templateSource } from '../../inventory/templates';

const RULES = [...COVERAGE_RULES, ...DYNAMODB_RULES, ...RESILIENCE_RULES, ...SELECTION_RULES, ...VAULT_RULES];

const OPTIONS: fc.Arbitrary<CheckOptions> = fc.record({
  dynamoDbAdvancedFeatures: fc.boolean(),
  requireComplianceLock: fc.boolean(),
  requiredCopyRegions: fc.constant(['eu-central-1']),
  requiredCopyAccounts: fc.constant(['111122223333']),
  protectedTypes: fc.constant(['DynamoDB', 'S3']),
  exemptTag: fc.record({ key: fc.constantFrom('Key', 'backup'), value: fc.string() }, { requiredKeys: ['key'] }),
}, { requiredKeys: [] });

function expectSentences(sources: readonly TemplateSource[], options: CheckOptions): void {
  const { findings, unknown } = evaluate(BackupInventory.of(sources), RULES, options);
  for (const { message } of [...findings, ...unknown]) { expect(message).toEqual(expect.stringMatching(/\w/)); }
}

test('random templates never make a rule throw', () => {
  fc.assert(fc.property(fc.array(templateSource, { minLength: 1, maxLength: 3 }), OPTIONS, expectSentences), { seed: 20261128, numRuns: 300 });
});

const POLICY_WORD = fc.constantFrom<unknown>('Deny', '*', 'backup:DeleteRecoveryPoint', 'aws:PrincipalArn', 'ArnNotLike', { Ref: 'AWS::Region' }, { Ref: 'None' }, null, 7, '{', []);
const STATEMENT = fc.dictionary(
  fc.constantFrom('Effect', 'Action', 'Principal', 'Resource', 'Condition'),
  fc.oneof(POLICY_WORD, fc.array(POLICY_WORD), fc.dictionary(fc.constantFrom('AWS', 'ArnNotLike', 'Bool'), fc.oneof(POLICY_WORD, fc.object()))),
);
const POLICY = fc.oneof(fc.record({ Statement: fc.oneof(STATEMENT, fc.array(fc.oneof(STATEMENT, POLICY_WORD))) }), POLICY_WORD);
const PATTERN = fc.oneof(fc.dictionary(fc.constantFrom('source', 'detail-type'), fc.oneof(POLICY_WORD, fc.array(POLICY_WORD))), POLICY_WORD);

test('random policies, event patterns and buckets never make a rule throw', () => {
  fc.assert(fc.property(POLICY, fc.boolean(), PATTERN, fc.jsonValue(), OPTIONS, (policy, asText, pattern, bucket, options) => expectSentences([{
    id: 'A',
    template: {
      Resources: {
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { AccessPolicy: asText ? JSON.stringify(policy) : policy, EncryptionKeyArn: policy } },
        Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: pattern, State: policy } },
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: bucket } },
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: bucket, NotificationConfiguration: bucket } },
        Plan: { Type: 'AWS::Backup::BackupPlan', Properties: {} },
        Selection: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: { Ref: 'Plan' }, BackupSelection: { Resources: ['*'] } } },
      },
    },
  }], options)), { seed: 20261128, numRuns: 300 });
});
