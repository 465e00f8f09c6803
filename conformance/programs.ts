import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { Missing } from './report';

const ROOT = join(__dirname, '..');

/** The programs from PyPI that a conformance test needs. Each test has a virtual environment, because their dependencies conflict. */
export class Programs {
  /** The command that installs missing programs. */
  private readonly install: string;

  constructor(private readonly test: string) {
    this.install = `python3 -m venv .venv/${test} && .venv/${test}/bin/pip install -r conformance/${test}/requirements.txt`;
  }

  /** The first line of the output. */
  public get needs(): string {
    const programs = readFileSync(join(__dirname, this.test, 'requirements.txt'), 'utf8').trim().split('\n').join(', ');
    return `Needs the packages of \`npm ci\`, and ${programs} by \`${this.install}\`; no AWS account.`;
  }

  /**
   * The path of a program.
   *
   * @throws Missing with the command that creates the virtual environment
   */
  public path(program: string): string {
    const path = join(ROOT, '.venv', this.test, 'bin', program);
    if (!existsSync(path)) { throw new Missing(`'${program}' is missing: run \`${this.install}\` first.`); }
    return path;
  }
}
