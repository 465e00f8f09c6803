/** Accepted findings of checkov in the examples. Other findings fail, and so do entries that checkov does not find. */
export interface Accepted {
  readonly check: string;
  readonly reason: string;
  /** The example, and the construct path of the resource. */
  readonly at: readonly string[];
}

export const ACCEPTED: readonly Accepted[] = [
  {
    check: 'CKV_AWS_18', // access logs of buckets
    reason: 'access logs need a second bucket and are not a topic of the examples',
    at: [
      'compliance-lock: Records/Records',
      'cross-account: Service/Contracts',
      'orders: OrdersData/Documents',
      'pipeline: NotesPipeline/Pipeline/Pipeline/ArtifactsBucket',
      'pipeline: cross-region-stack-777788889999:eu-west-1/Default/CrossRegionCodePipelineReplicationBucket',
    ],
  },
  {
    check: 'CKV_AWS_21', // versions of buckets
    reason: 'the CDK creates these buckets for artifacts that can be rebuilt from the source',
    at: [
      'pipeline: NotesPipeline/Pipeline/Pipeline/ArtifactsBucket',
      'pipeline: cross-region-stack-777788889999:eu-west-1/Default/CrossRegionCodePipelineReplicationBucket',
    ],
  },
  {
    check: 'CKV_AWS_111', // write actions on every resource
    reason: 'the CDK writes this statement, because the ARN of the artifact key in another Region is unknown',
    at: ['pipeline: NotesPipeline/Pipeline/Pipeline/Role/DefaultPolicy'],
  },
  {
    check: 'CKV_AWS_119', // a customer managed key of a table
    reason: 'the smallest example; its backups are encrypted with the customer managed key of the vault, and orders shows one of the tables',
    at: ['minimal: Notes/Notes'],
  },
  {
    check: 'CKV_AWS_28', // point-in-time recovery of a table
    reason: 'a feature of DynamoDB; the examples show AWS Backup, and the table is in a plan',
    at: ['minimal: Notes/Notes', 'orders: OrdersData/Carts'],
  },
  {
    check: 'CKV_AWS_165', // the same of a global table
    reason: 'a feature of DynamoDB; the examples show AWS Backup, and the table is in a plan',
    at: [
      'cross-region: Primary/Readings',
      'orders: OrdersData/Orders',
      'pipeline: NotesPipeline/Production/Notes/Notes',
      'pipeline: NotesPipeline/Staging/Notes/Notes',
    ],
  },
  {
    check: 'CKV_AWS_118', // enhanced monitoring of databases
    reason: 'monitoring of a database does not affect its backups',
    at: ['orders: OrdersData/Catalogue/Reader', 'orders: OrdersData/Catalogue/Writer', 'orders: OrdersData/Invoices'],
  },
  {
    check: 'CKV_AWS_161', // IAM authentication of a database
    reason: 'authentication of a service does not affect its backups',
    at: ['orders: OrdersData/Invoices'],
  },
  {
    check: 'CKV_AWS_162', // the same of a cluster
    reason: 'authentication of a service does not affect its backups',
    at: ['orders: OrdersData/Catalogue'],
  },
];
