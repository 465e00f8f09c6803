import { posix } from 'path';
import { anchorsOf, linksOf } from './markdown';

/** The absolute address of files in the README, because relative links do not work on PyPI and Maven. */
export const REPOSITORY = /^https:\/\/github\.com\/example\/cdk-compliant-backup\/(?:blob|tree)\/main\/([^#]+)(?:#(.+))?$/;

export interface Site {
  /** The Markdown files to check, by their paths from the root. */
  readonly pages: Readonly<Record<string, string>>;
  /** The text of a file. Empty for a folder. */
  read(path: string): string | undefined;
  /** Whether the npm package has a file or folder. */
  isPublished(path: string): boolean;
}

export interface CheckedLinks {
  readonly problems: readonly string[];
  /** Links to files and headings of the repository. */
  readonly internal: number;
  /** Links to other sites. Once a week, `external-links.ts` follows them. */
  readonly external: number;
}

/** Reports links to files or headings that do not exist in the repository. */
export function checkLinks(site: Site): CheckedLinks {
  const links = linksIn(site);
  const internal = links.filter(({ target }) => isInternal(target));
  return {
    problems: internal.flatMap(({ page, target, line }) => {
      const problem = problemOf(site, page, target);
      return problem === undefined ? [] : [`${page}:${line}: '${target}' ${problem}`];
    }),
    internal: internal.length,
    external: links.length - internal.length,
  };
}

/** Links to pages of other sites. Those to the repository of the project name no real one. */
export function externalTargets(site: Site): string[] {
  return linksIn(site).map(({ target }) => target).filter((target) => /^https?:/.test(target) && !target.startsWith('https://github.com/example/'));
}

function linksIn(site: Site) {
  return Object.entries(site.pages).flatMap(([page, text]) => linksOf(text).map((link) => ({ page, ...link })));
}

function isInternal(target: string): boolean {
  return !/^[a-z]+:/.test(target) || REPOSITORY.test(target);
}

function problemOf(site: Site, page: string, target: string): string | undefined {
  const [, absolute, absoluteAnchor] = REPOSITORY.exec(target) ?? [];
  const [relative, relativeAnchor] = target.split('#');
  const isRelative = absolute === undefined && relative !== '';
  if (isRelative && page === 'README.md') { return 'must be an absolute link: PyPI shows the README without the other files'; }
  const path = absolute ?? (relative === '' ? page : posix.normalize(posix.join(posix.dirname(page), relative)).replace(/\/$/, ''));
  const text = site.pages[path] ?? site.read(path);
  if (text === undefined) { return 'must name a file that exists'; }
  if (isRelative && site.isPublished(page) && !site.isPublished(path)) { return 'must be an absolute link: the npm package does not have that file'; }
  const anchor = absoluteAnchor ?? relativeAnchor;
  return anchor !== undefined && !anchorsOf(text).has(anchor) ? 'must name a heading that exists' : undefined;
}
