/** Accepted findings in workflows. Other findings fail, and so do entries that are not found. */
export interface Accepted {
  /** The name of a rule of actionlint, shellcheck or zizmor. */
  readonly check: string;
  readonly reason: string;
  /** The file, the job and the step. */
  readonly at: readonly string[];
}

export const ACCEPTED: readonly Accepted[] = [
  {
    check: 'SC2086', // variables without quotes
    reason: 'projen writes these scripts; the variables are paths and tags without spaces',
    at: ['release.yml: release/check_tag_exists', 'release.yml: release/git_remote', 'upgrade-main.yml: upgrade/create_patch'],
  },
  {
    check: 'SC2015', // A && B || C
    reason: 'projen writes this script; it creates the release if it finds none, as intended',
    at: ['release.yml: release_github/release'],
  },
  {
    check: 'adhoc-packages', // npm install outside of a lock file
    reason: 'npm itself has no lock file; projenrc/release-workflow.ts sets its version',
    at: ['release.yml: release_npm/update_npm'],
  },
  {
    check: 'dangerous-triggers', // pull_request_target
    reason: 'the title of a pull request from a fork is checked with a token that can only read; nothing of the pull request is checked out or run',
    at: ['pull-request-lint.yml: on'],
  },
];
