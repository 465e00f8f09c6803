import { type StackProps, Duration, Stack, Tags } from 'aws-cdk-lib';
import { PipelineType } from 'aws-cdk-lib/aws-codepipeline';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CodePipeline, CodePipelineSource, ManualApprovalStep, ShellStep } from 'aws-cdk-lib/pipelines';
import type { Construct } from 'constructs';
import { NotesStage } from './notes';

const CONNECTION = 'arn:aws:codeconnections:eu-central-1:777788889999:connection/2f0c0a6e-5d0b-4c43-9f6b-0d1c6f2f7a11';

/** Deploys every commit up to Production. If synthesis reports a finding, nothing is deployed. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    const pipeline = new CodePipeline(this, 'Pipeline', {
      synth: new ShellStep('Synth', {
        input: CodePipelineSource.connection('example/notes', 'main', { connectionArn: CONNECTION }),
        commands: [
          'npm ci', // exactly the versions of the CDK in the lock file
          // Warnings also fail (--strict), including those of Stages ('**'). No account is queried (--no-lookups).
          'npx cdk synth --strict --no-lookups --quiet \'**\'',
        ],
      }),
      cliVersion: '2.1148.1', // otherwise, self-mutation uses the newest version in each run
      pipelineType: PipelineType.V2,
      crossAccountKeys: true, // the other accounts read the artifacts, which requires a customer managed key
      enableKeyRotation: true,
      usePipelineRoleForActions: true,
    });

    const recoveryRegion = 'eu-west-1';
    pipeline.addStage(new NotesStage(this, 'Staging', {
      env: { account: '444455556666', region: 'eu-central-1' }, recoveryRegion, retention: Duration.days(7),
    }));
    pipeline.addStage(new NotesStage(this, 'Production', {
      env: { account: '111122223333', region: 'eu-central-1' }, recoveryRegion, retention: Duration.days(35),
    }), { pre: [new ManualApprovalStep('Approve')] });

    pipeline.buildPipeline();
    const { role, artifactBucket, crossRegionSupport } = pipeline.pipeline;
    // The CDK allows only the action of the old name, codestar-connections:UseConnection.
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['codeconnections:UseConnection'], resources: [CONNECTION] }));
    // Artifacts can be recreated from the source, so their buckets need no backup, as their tag states.
    for (const bucket of [artifactBucket, ...Object.values(crossRegionSupport).map((support) => support.replicationBucket)]) {
      Tags.of(bucket).add('backup', 'none');
    }
  }
}
