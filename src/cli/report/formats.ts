import { jsonReport } from './json';
import { markdownReport } from './markdown';
import type { Report } from './report';
import { sarifReport } from './sarif';
import { textReport } from './text';

interface OutputFormat {
  /** The description in the help of `--format`. */
  readonly help: string;
  /**
   * The text in parts.
   *
   * @param color whether the output is in color
   */
  readonly render: (report: Report, color: boolean) => Iterable<string>;
  /** Whether unknown values are listed with their positions, and not only counted. */
  readonly listsUnknown: boolean;
}

/** The formats of a report. */
export const FORMATS = {
  text: { help: 'for people', render: textReport, listsUnknown: false },
  json: { help: 'as schemas/check.json describes', render: jsonReport, listsUnknown: true },
  markdown: { help: 'a table, for the summary of a job', render: (report) => [markdownReport(report)], listsUnknown: false },
  sarif: { help: 'SARIF 2.1.0, for code scanning', render: sarifReport, listsUnknown: false },
} as const satisfies Record<string, OutputFormat>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];
