import type * as Yaml from 'yaml';

/** The part of the lexer that knows the current indentation. It is private, so a test of this file fails if an update of the parser renames it. */
interface Indented {
  indentNext: number;
  parseFlowCollection(): State;
  parseQuotedScalar(): State;
}

type State = Generator<string, unknown>;

/**
 * Splits YAML into tokens. Inside brackets and quotes, lines can begin in any column: YAML 1.1 ignores their indentation, and YAML 1.2 does not.
 *
 * @see https://yaml.org/spec/1.1/#id903915
 */
export function lexerOf(yaml: typeof Yaml): Yaml.Lexer {
  const lexer = new yaml.Lexer();
  const states = lexer as unknown as Indented;
  states.parseFlowCollection = inAnyColumn(states, states.parseFlowCollection);
  states.parseQuotedScalar = inAnyColumn(states, states.parseQuotedScalar);
  return lexer;
}

function inAnyColumn(lexer: Indented, parse: () => State): () => State {
  return function* () {
    const { indentNext } = lexer;
    lexer.indentNext = 0;
    try {
      return yield* parse.call(lexer);
    } finally {
      lexer.indentNext = indentNext;
    }
  };
}

/** The part of the parser that decides which collection a token belongs to. */
interface Indenting {
  offset: number;
  indent: number;
  atNewLine: boolean;
}

/** Moves brackets and quotes that begin a line in the column of their key to the right, since YAML 1.1 reads them as its value. */
export class ValueColumn {
  private readonly parser: Indenting;
  private afterColon = false;

  constructor(parser: Yaml.Parser, private readonly text: string) {
    this.parser = parser as unknown as Indenting;
  }

  public next(lexeme: string) {
    if (this.afterColon && this.parser.atNewLine && /^["'[{]/.test(lexeme) && !this.isKey(lexeme)) { this.parser.indent++; }
    if (lexeme === ':') { this.afterColon = true; } else if (this.afterColon) { this.afterColon = /^(?:\s*|#.*)$/.test(lexeme); }
  }

  private isKey(lexeme: string): boolean {
    const rest = this.parser.offset + lexeme.length;
    return /^["']/.test(lexeme) && /^[ \t]*:(?:\s|$)/.test(this.text.slice(rest, rest + 100));
  }
}
