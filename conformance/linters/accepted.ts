/** What checkov finds in the examples and we leave as it is. A finding that is not here fails, and so does one that is here only. */
export interface Accepted {
  readonly check: string;
  readonly because: string;
  /** The example, and the construct path of the resource. */
  readonly at: readonly string[];
}

export const ACCEPTED: readonly Accepted[] = [
  {
    check: 'CKV_AWS_18', // access logs of buckets
    because: 'logs take a second bucket and a decision who reads them, neither of which the examples are about',
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
    because: 'the CDK makes these buckets, for artifacts that are made again from the source and need no versions',
    at: [
      'pipeline: NotesPipeline/Pipeline/Pipeline/ArtifactsBucket',
      'pipeline: cross-region-stack-777788889999:eu-west-1/Default/CrossRegionCodePipelineReplicationBucket',
    ],
  },
  {
    check: 'CKV_AWS_111', // actions that write, on every resource
    because: 'the CDK writes this statement: the key of the artifacts in another Region has no ARN that the stack of the pipeline could know',
    at: ['pipeline: NotesPipeline/Pipeline/Pipeline/Role/DefaultPolicy'],
  },
  {
    check: 'CKV_AWS_119', // a customer managed key of a table
    because: 'the smallest example; its backups are encrypted with the customer managed key of the vault, and orders shows one of the tables',
    at: ['minimal: Notes/Notes'],
  },
  {
    check: 'CKV_AWS_28', // point-in-time recovery of a table
    because: 'a feature of DynamoDB beside AWS Backup, which the examples are about: the table is in a plan',
    at: ['minimal: Notes/Notes', 'orders: OrdersData/Carts'],
  },
  {
    check: 'CKV_AWS_165', // the same of a global table
    because: 'a feature of DynamoDB beside AWS Backup, which the examples are about: the table is in a plan',
    at: [
      'cross-region: Primary/Readings',
      'orders: OrdersData/Orders',
      'pipeline: NotesPipeline/Production/Notes/Notes',
      'pipeline: NotesPipeline/Staging/Notes/Notes',
    ],
  },
  {
    check: 'CKV_AWS_118', // enhanced monitoring of databases
    because: 'nothing of a backup depends on how a database is watched',
    at: ['orders: OrdersData/Catalogue/Reader', 'orders: OrdersData/Catalogue/Writer', 'orders: OrdersData/Invoices'],
  },
  {
    check: 'CKV_AWS_161', // sign-in to a database by IAM
    because: 'nothing of a backup depends on how the service signs in to its database',
    at: ['orders: OrdersData/Invoices'],
  },
  {
    check: 'CKV_AWS_162', // the same of a cluster
    because: 'nothing of a backup depends on how the service signs in to its database',
    at: ['orders: OrdersData/Catalogue'],
  },
];
