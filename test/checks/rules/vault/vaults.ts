import { type CfnResource, type Stack, CfnCondition, CfnParameter, Fn, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { PARAMETER } from '../backups';

type Properties = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, unknown>>;

/** A vault, as CloudFormation spells its properties. */
export const vault = (properties: Properties, others: Resources = {}) => ({
  cdk: (stack: Stack) => {
    const { props, raw } = inCdk({ ...NAMED, ...properties }, stack);
    override(new backup.CfnBackupVault(stack, 'Vault', props as backup.CfnBackupVaultProps), raw);
  },
  cfn: template('AWS::Backup::BackupVault', properties, others),
});

export const airGappedVault = (properties: Properties) => ({
  cdk: (stack: Stack) => {
    const { props, raw } = inCdk({ ...NAMED, ...properties }, stack);
    override(new backup.CfnLogicallyAirGappedBackupVault(stack, 'Vault', props as backup.CfnLogicallyAirGappedBackupVaultProps), raw);
  },
  cfn: template('AWS::Backup::LogicallyAirGappedBackupVault', properties),
});

export const noVault = { cdk: () => undefined, cfn: { Topic: { Type: 'AWS::SNS::Topic' } } };

const NAMED = { BackupVaultName: 'orders' };
const STRINGS = ['BackupVaultName', 'EncryptionKeyArn'];

function template(type: string, properties: Properties, others: Resources = {}): object {
  return {
    Parameters: { Given: { Type: 'String' } },
    Conditions: { Perhaps: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] } },
    Resources: { Vault: { Type: type, Properties: withParameter({ ...NAMED, ...properties }, { Ref: 'Given' }) }, ...others },
  };
}

/** The properties for the L1 construct. Values that it rejects, such as a policy that is a string, are overrides. */
function inCdk(properties: Properties, stack: Stack): { readonly props: object; readonly raw: Properties } {
  const parameter = new CfnParameter(stack, 'Given');
  new CfnCondition(stack, 'Perhaps', { expression: Fn.conditionEquals(parameter.valueAsString, 'yes') });
  const isRaw = ([name, value]: [string, unknown]) => (name === 'AccessPolicy' && typeof value === 'string') || 'Fn::If' in (Object(value) as object);
  const entries = Object.entries(properties);
  return {
    props: Object.fromEntries(entries.filter((entry) => !isRaw(entry)).map(([name, value]) => {
      if (STRINGS.includes(name)) { return [small(name), withParameter(value, parameter.valueAsString)]; }
      // a policy is JSON, whose keys the CDK does not change
      const given = withParameter(value, Token.asAny(parameter.value));
      return [small(name), name === 'AccessPolicy' ? given : respelled(given)];
    })),
    raw: Object.fromEntries(entries.filter(isRaw).map(([name, value]) => [name, withParameter(value, { Ref: 'Given' })])),
  };
}

function override(resource: CfnResource, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) { resource.addPropertyOverride(name, value); }
}

function respelled(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Token.isUnresolved(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [small(name), inner as unknown]))
    : value;
}

function withParameter(value: unknown, parameter: unknown): unknown {
  if (value === PARAMETER) { return parameter; }
  if (Array.isArray(value)) { return value.map((item) => withParameter(item, parameter)); }
  if (typeof value !== 'object' || value === null) { return value; }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withParameter(inner, parameter)]));
}

function small(name: string): string {
  return name.replace(/^SNS/, 'Sns').replace(/^./, (first) => first.toLowerCase());
}
