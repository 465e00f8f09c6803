import { type Stack, App, CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type NotificationWiringProps, CompliantVault, NotificationWiring } from '../../src';

export const VAULT = 'AWS::Backup::BackupVault';
export const TOPIC = 'AWS::SNS::Topic';
export const POLICY = 'AWS::SNS::TopicPolicy';
export const KEY = 'AWS::KMS::Key';
export const RULE = 'AWS::Events::Rule';
export const ROLE = 'AWS::IAM::Role';
export const SUBSCRIPTION = 'AWS::SNS::Subscription';

export const vaultIn = (stack: Stack, vaultName = 'orders') => new CompliantVault(stack, `Vault-${vaultName}`, { vaultName });

/** A wiring with a vault and an address, by default. */
export function wire(stack: Stack, props: Partial<NotificationWiringProps> = {}): NotificationWiring {
  return new NotificationWiring(stack, 'Alerts', { vaults: props.vaults ?? [vaultIn(stack)], emails: ['oncall@example.com'], ...props });
}

interface Resource { readonly Type: string; readonly Properties: any; readonly DependsOn?: readonly string[] }

export interface WholeTemplate { readonly Resources: Readonly<Record<string, Resource>> }

export function templateOf(stack: Stack): WholeTemplate {
  return Template.fromStack(stack).toJSON() as WholeTemplate;
}

/** The resources of a type that a construct has made. */
export function ofType(stack: Stack, type: string): Resource[] {
  return Object.values(templateOf(stack).Resources).filter((resource) => resource.Type === type);
}

/** The one resource of a type below the wiring. */
export function only(stack: Stack, type: string, scopeId = 'Alerts'): Resource {
  const found = Object.entries(templateOf(stack).Resources).filter(([id, resource]) => resource.Type === type && id.startsWith(scopeId));
  expect(found).toHaveLength(1);
  return found[0][1];
}

/** The resources that remain in an app after a constructor threw an error. */
export function leftOf(stack: Stack, id: string): string[] {
  return App.of(stack)!.node.findAll().filter((each) => CfnResource.isCfnResource(each) && each.node.path.includes(`/${id}`)).map((each) => each.node.path);
}
