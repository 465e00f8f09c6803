/** What the command line was given cannot be used. Its message is a sentence for whoever typed the command. */
export class InputError extends Error {}
