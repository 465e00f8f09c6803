import { App } from 'aws-cdk-lib';
import { PipelineStack } from './pipeline';

/** A service that a pipeline deploys with its backups: into Staging, and into Production after an approval. */
export function build(app: App): void {
  new PipelineStack(app, 'NotesPipeline', { env: { account: '777788889999', region: 'eu-central-1' } });
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
