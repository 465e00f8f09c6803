import { BackupClient, DescribeBackupVaultCommand, GetBackupPlanCommand } from '@aws-sdk/client-backup';
import { CloudFormationClient, DescribeStacksCommand, ValidateTemplateCommand, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { DescribeKeyCommand, GetKeyPolicyCommand, GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { CREDENTIALS } from './cdk';

/** Reads resources of one Region with the AWS SDK. Returns undefined for resources that do not exist. */
export class AccountRegion {
  private readonly config: { readonly endpoint: string; readonly region: string; readonly credentials: typeof CREDENTIALS };

  constructor(endpoint: string, region: string) {
    this.config = { endpoint, region, credentials: CREDENTIALS };
  }

  public async stackStatus(name: string): Promise<string | undefined> {
    const found = await ifThere(new CloudFormationClient(this.config).send(new DescribeStacksCommand({ StackName: name })), 'ValidationError');
    return found?.Stacks?.[0]?.StackStatus;
  }

  /** Whether CloudFormation creates resources of a type. */
  public async makes(type: string): Promise<boolean> {
    const TemplateBody = JSON.stringify({ Resources: { Some: { Type: type } } });
    try {
      await new CloudFormationClient(this.config).send(new ValidateTemplateCommand({ TemplateBody }));
      return true;
    } catch (error) {
      if (/Unrecognized resource types/.test((error as Error).message)) { return false; }
      throw error;
    }
  }

  /** Physical ids by logical ids. */
  public async idsOf(stack: string): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    const pages = paginateListStackResources({ client: new CloudFormationClient(this.config) }, { StackName: stack });
    for await (const { StackResourceSummaries: resources = [] } of pages) {
      for (const { LogicalResourceId: logicalId, PhysicalResourceId: id } of resources) { ids.set(logicalId!, id!); }
    }
    return ids;
  }

  public async vault(name: string): Promise<object | undefined> {
    const vault = await ifThere(new BackupClient(this.config).send(new DescribeBackupVaultCommand({ BackupVaultName: name })), 'ResourceNotFoundException');
    return vault && { name: vault.BackupVaultName, arn: vault.BackupVaultArn, key: vault.EncryptionKeyArn };
  }

  public async plan(id: string): Promise<object | undefined> {
    const plan = await ifThere(new BackupClient(this.config).send(new GetBackupPlanCommand({ BackupPlanId: id })), 'ResourceNotFoundException');
    return plan?.BackupPlan && withoutGaps(plan.BackupPlan);
  }

  public async key(id: string): Promise<object | undefined> {
    const client = new KMSClient(this.config);
    const key = await ifThere(client.send(new DescribeKeyCommand({ KeyId: id })), 'NotFoundException');
    if (!key) { return undefined; }
    const { KeyRotationEnabled: rotated } = await client.send(new GetKeyRotationStatusCommand({ KeyId: id }));
    const { Policy: policy } = await client.send(new GetKeyPolicyCommand({ KeyId: id, PolicyName: 'default' }));
    return { state: key.KeyMetadata?.KeyState, description: key.KeyMetadata?.Description, rotated, policy: JSON.parse(policy!) };
  }

  /** Whether a key can decrypt, and is not scheduled for deletion. */
  public async opens(key: string): Promise<boolean> {
    const found = await ifThere(new KMSClient(this.config).send(new DescribeKeyCommand({ KeyId: key })), 'NotFoundException');
    return found?.KeyMetadata?.KeyState === 'Enabled';
  }

  /** The policy of a topic. */
  public async topicPolicy(arn: string): Promise<object | undefined> {
    const topic = await ifThere(new SNSClient(this.config).send(new GetTopicAttributesCommand({ TopicArn: arn })), 'NotFoundException');
    return topic && JSON.parse(topic.Attributes!.Policy);
  }
}

async function ifThere<T>(answer: Promise<T>, absence: string): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if ((error as Error).name.startsWith(absence)) { return undefined; }
    throw error;
  }
}

/** The SDK returns undefined for properties that were left out. */
function withoutGaps(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
