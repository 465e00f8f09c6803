/** The command line cannot use an input. Its message is a sentence for the person who typed the command. */
export class InputError extends Error {}

/** A file can be parsed, but is not a template. */
export class NotATemplateError extends InputError {}
