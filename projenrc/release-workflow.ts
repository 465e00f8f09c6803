import type { awscdk } from 'projen';
import { Component, github } from 'projen';

/** Trusted publishing needs 11.5.1; Node.js 22 brings 10. */
const NPM = '11.19.1';

/** What the release workflow needs beside the options of the project. docs/releasing.md says how it is set up. */
export class ReleaseWorkflow extends Component {
  private readonly gitHub: github.GitHub;

  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    this.gitHub = project.github!;
    project.npmignore?.exclude('/docs/releasing.md');
  }

  /** After the component that adds the jobs. */
  public override preSynthesize(): void {
    const workflow = this.gitHub.tryFindWorkflow('release')!;
    workflow.insertStepBefore('release_npm', 'release', { id: 'update_npm', name: 'Update npm', run: `npm install --global npm@${NPM}` });
    // It only builds; the tag is made by the job that makes the release on GitHub.
    workflow.updateJob('release', { ...workflow.getJob('release') as github.workflows.Job, permissions: { contents: github.workflows.JobPermission.READ } });
  }
}
