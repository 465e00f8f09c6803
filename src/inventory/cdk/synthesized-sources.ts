import { readFileSync } from 'fs';
import { join } from 'path';
import { type Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type StackSource, describe, stacksBelow } from './stack-source';

/**
 * The synthesized templates of every Stage, including nested stacks, which the context of a validation plugin leaves out.
 *
 * @param app the `appConstruct` of the context
 * @param visit sees every construct of the app
 */
export function synthesizedSources(app: IConstruct, visit?: (construct: IConstruct) => void): StackSource[] {
  return stacksBelow(app, visit).map((stack) => {
    const templatePath = join(Stage.of(stack)?.outdir ?? '', stack.templateFile);
    return { ...describe(stack), templatePath, template: read(templatePath, stack) };
  });
}

function read(templatePath: string, stack: Stack): unknown {
  try {
    return JSON.parse(readFileSync(templatePath, 'utf8'));
  } catch (error) {
    throw new Error(`The template of the stack '${stack.node.path}' must be in '${templatePath}', got none that can be read (${String(error)}). Synthesize the app first.`);
  }
}
