import { jsonReport } from './json';
import { markdownReport } from './markdown';
import type { Report } from './report';
import { sarifReport } from './sarif';
import { textReport } from './text';

interface OutputFormat {
  /** The description in the help of `--format`. */
  readonly help: string;
  /** @param color whether the output is in color */
  readonly render: (report: Report, color: boolean) => string;
}

/** The formats of a report. */
export const FORMATS = {
  text: { help: 'for people', render: textReport },
  json: { help: 'as schemas/check.json describes', render: jsonReport },
  markdown: { help: 'a table, for the summary of a job', render: markdownReport },
  sarif: { help: 'SARIF 2.1.0, for code scanning', render: sarifReport },
} as const satisfies Record<string, OutputFormat>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];
