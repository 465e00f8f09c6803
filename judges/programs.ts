import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { Missing } from './report';

const ROOT = join(__dirname, '..');

/** The programs from PyPI that a judge asks, in a virtual environment of its own, since their own needs exclude each other. */
export class Programs {
  /** What to run where one is missing. */
  private readonly install: string;

  constructor(private readonly judge: string) {
    this.install = `python3 -m venv .venv/${judge} && .venv/${judge}/bin/pip install -r judges/${judge}/requirements.txt`;
  }

  /** The first line of the judge. */
  public get needs(): string {
    const programs = readFileSync(join(__dirname, this.judge, 'requirements.txt'), 'utf8').trim().split('\n').join(', ');
    return `Needs the packages of \`npm ci\`, and ${programs} by \`${this.install}\`; no AWS account.`;
  }

  /**
   * Where a program is.
   *
   * @throws Missing with the command that makes the virtual environment
   */
  public path(program: string): string {
    const path = join(ROOT, '.venv', this.judge, 'bin', program);
    if (!existsSync(path)) { throw new Missing(`'${program}' is missing: run \`${this.install}\` first.`); }
    return path;
  }
}
