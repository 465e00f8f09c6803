/** Words that the documentation of AWS does not use in this sense. */
interface Avoided {
  readonly pattern: RegExp;
  /** What to write instead. */
  readonly instead: string;
}

const TIME = 'effect|place|over|precedence|care|long|longer|as long|most|about|at most|at least|up to|hours|minutes|seconds|time|some time|an hour|a minute|before|to load|to complete|four times|\\d';

export const AVOIDED: readonly Avoided[] = [
  { pattern: new RegExp(`\\b(takes?|taken|took|taking)\\b(?! (${TIME}))`), instead: '\'selects\' (a resource), \'accepts\' (a value), \'uses\', or \'reads\'' },
  { pattern: /\bask(s|ed|ing)? (for|of|it|whether|what|every|the|other)\b/, instead: '\'requires\', \'checks\', \'queries\', or \'calls\'' },
  { pattern: /\b(is|are|was|were|be|been|being) told\b/, instead: '\'is reported\' or \'is notified\'' },
  { pattern: /\btells? of\b/, instead: '\'reports\' or \'describes\'' },
  { pattern: /\b(hears?|hearing|heard) (of|by|from)\b/, instead: '\'is notified\'' },
  { pattern: /\b(says|say|said|saying) so\b/, instead: '\'reports\' or \'states\', with what is stated' },
  { pattern: /\bmend(s|ed|ing)?\b/, instead: '\'fix\'' },
  { pattern: /(?<!\bthere )\b(is|are|was|were) no (?!longer\b|more\b|less\b)/i, instead: '\'is not a\'' },
  { pattern: /\bwhich else\b/, instead: '\'otherwise\', in a sentence of its own' },
  { pattern: /\bfor ?ever\b/, instead: '\'never expires\' or \'permanently\'' },
  { pattern: /\bby hand\b/, instead: '\'manually\' or \'manual\'' },
  { pattern: /\bon the wall\b/, instead: '\'local time\'' },
  { pattern: /\bgone\b/, instead: '\'deleted\'' },
  { pattern: /\b(gets?|got|in) in the way\b|\bin the way of\b/, instead: '\'overlaps\' or \'prevents\'' },
  { pattern: /\b(goes|go|went) with\b/, instead: '\'is deleted with\' or \'belongs to\'' },
  { pattern: /\b(can ?not|could not|can't) be known\b/, instead: '\'is unknown\'' },
  { pattern: /\boutgrown\b/, instead: 'what happens' },
  { pattern: /(, |\b(in place|instead|out) )of which\b|\bfor which reason\b/, instead: 'two sentences' },
  { pattern: /\b(has|have|had|having) to\b/, instead: '\'must\'' },
  { pattern: /\bmay\b/, instead: '\'can\' (permission) or \'might\' (possibility)' },
  { pattern: /\b(is|are) to (?!a\b|an\b|the\b|another\b)(be )?[a-z]/, instead: '\'must\' or \'will\'' },
  { pattern: /\b(whatever|whoever|whomever)\b/, instead: '\'any\', \'regardless of\', or \'everyone who\'' },
  { pattern: /\b(by|at) night\b/, instead: 'the time' },
  { pattern: /\bat synth(esis)? time\b/, instead: '\'at synthesis\'' },
  // American spelling, as AWS and the CDK have it
  { pattern: /\b\w*(synthesis(e[drs]?|ing|able)|(recogn|organ|author|initial|serial|normal|summar|memo|optim|minim|maxim|general|special|standard|final|priorit|custom|util)(is(e[drs]?|ing|ation)))\b/i, instead: 'z for s' },
  { pattern: /\backnowledgement/i, instead: '\'acknowledgment\'' },
  { pattern: /\b(behavi|col|fav|hon|neighb)our/i, instead: '\'or\' for \'our\'' },
  { pattern: /\b(cancelled|cancelling|labelled|labelling|modelled|modelling|travelled)\b/i, instead: 'one l' },
  { pattern: /\b(catalogue|centre|defence|grey|licence|programme|artefact|judgement|fulfil)s?\b/i, instead: 'the American spelling' },
  { pattern: /\banalys(e[drs]?|ing)\b/i, instead: '\'analyze\'' },
  { pattern: /\b(afterwards|towards|whilst|amongst|learnt)\b/i, instead: '\'afterward\', \'toward\', \'while\', \'among\', or \'learned\'' },
];
