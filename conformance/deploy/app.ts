import { App } from 'aws-cdk-lib';
import { build } from './copy';

const app = new App();
build(app);
app.synth();
