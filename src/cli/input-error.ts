/** An input that the command line cannot use. Its message is shown to the user. */
export class InputError extends Error {}

/** A file can be parsed, but is not a template. */
export class NotATemplateError extends InputError {}
