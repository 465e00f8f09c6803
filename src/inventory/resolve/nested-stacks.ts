/** The property with the template of a nested stack, by the type of the resource that creates the stack. */
const TEMPLATE_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** The property with the template of the nested stack that a resource creates. `undefined` for other types. */
export function templateProperty(cfnType: string): string | undefined {
  return TEMPLATE_PROPERTIES.get(cfnType);
}

export const NESTED_STACK_TYPES: readonly string[] = [...TEMPLATE_PROPERTIES.keys()];
