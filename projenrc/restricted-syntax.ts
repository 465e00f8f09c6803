import { type javascript, Component } from 'projen';

/** What the linter rejects, by its selectors, and why. */
export type Restricted = readonly { readonly selector: string; readonly message: string }[];

/** Makes the linter reject expressions in files. ESLint applies only the last list that matches a file, so each list is whole. */
export class RestrictedSyntax extends Component {
  constructor(project: javascript.NodeProject & { readonly eslint?: javascript.Eslint }, byFiles: Readonly<Record<string, Restricted>>) {
    super(project);
    for (const [files, restricted] of Object.entries(byFiles)) {
      project.eslint?.addOverride({ files: [files], rules: { 'no-restricted-syntax': ['error', ...restricted] } });
    }
  }
}
