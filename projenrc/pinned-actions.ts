import { type awscdk, type github, Component } from 'projen';

/**
 * The commit of each tag that projen uses, read in the repository of the action. When a newer projen uses another tag, `npm run test:workflows`
 * reports an action that is not pinned: read what changed in the action, and add the tag and its commit here.
 */
const COMMITS: Readonly<Record<string, string>> = {
  'actions/setup-node@v7.0.0': '820762786026740c76f36085b0efc47a31fe5020',
  'actions/setup-python@v7.0.0': '5fda3b95a4ea91299a34e894583c3862153e4b97',
  'actions/setup-go@v7.0.0': 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e',
  'actions/setup-dotnet@v6.0.0': 'a98b56852c35b8e3190ac28c8c2271da59106c68',
  'actions/setup-java@v6.0.0': 'b6effb05e454b25005698d916606bdc6ffcbf961', // v5.7.0, the newest tag that could be read
  'peter-evans/create-pull-request@v8.1.1': '5f6978faf089d4d20b00c7766989d076bb2fc7f1',
};

/** Actions run at the commit that was reviewed, because a tag can move. A checkout does not keep its token for later steps. */
export class PinnedActions extends Component {
  private readonly gitHub: github.GitHub;

  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    this.gitHub = project.github!;
    for (const [tag, commit] of Object.entries(COMMITS)) {
      this.gitHub.actions.set(tag, tag.replace(/@.*/, `@${commit}`));
    }
  }

  /** After the other components, because some add their jobs only now. */
  public override preSynthesize(): void {
    for (const workflow of this.gitHub.workflows) {
      for (const [id, job] of Object.entries(workflow.jobs)) {
        if ('steps' in job) { workflow.updateJob(id, { ...job, steps: job.steps.map(withoutToken) }); }
      }
    }
  }
}

/** By default, a checkout stores the job's token where every later step can read it. */
function withoutToken(step: github.workflows.JobStep): github.workflows.JobStep {
  return step.uses?.startsWith('actions/checkout@') ? { ...step, with: { ...step.with, 'persist-credentials': false } } : step;
}
