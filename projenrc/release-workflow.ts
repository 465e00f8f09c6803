import { type awscdk, Component, github } from 'projen';

/** Trusted publishing needs 11.5.1; Node.js 22 brings 10. */
const NPM = '11.19.1';

/** The parts of the release workflow that the project's options do not cover. See docs/releasing.md. */
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
    // This job only builds. The job that creates the release on GitHub creates the tag.
    workflow.updateJob('release', { ...workflow.getJob('release') as github.workflows.Job, permissions: { contents: github.workflows.JobPermission.READ } });
  }
}
