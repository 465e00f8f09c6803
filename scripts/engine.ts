import { createRequire } from 'module';
import { dirname, join } from 'path';

/** A finding of AWS's validation engine. */
export interface Finding {
  /** The rule, such as `F3002`. */
  readonly rule: string;
  readonly severity: 'WARN' | 'ERROR' | 'FATAL';
  /** The resource, parameter, or output of the finding, if there is one. */
  readonly logicalId: string | undefined;
  readonly propertyPath: string | undefined;
  readonly message: string;
}

/** The part of the engine's types that is used here. */
interface Engine {
  validateTemplate(template: object, config: { severityLevel: string; detailLevel: string; pseudoParameterOverrides: { region?: string } }): {
    readonly diagnostics: readonly {
      readonly ruleId: string;
      readonly severity: Finding['severity'];
      readonly message: string;
      readonly entity?: { readonly logicalId: string };
      readonly propertyPath?: string;
    }[];
  };
}

interface EngineModule {
  readonly CompositeEngine: new () => Engine;
  readonly TemplateContent: new (content: string, name: string) => object;
}

let loaded: { readonly engine: Engine; readonly TemplateContent: EngineModule['TemplateContent'] } | undefined;

/** Duplicate dependencies. They are harmless, `cdk synth` ignores them too, and constructs of the CDK write them. */
const LEFT_OUT = 'W3005';

/**
 * Validates a template as `cdk synth` does, including warnings. Always uses the newest engine.
 *
 * @param region the Region of the template, for rules about Regions
 */
export function validateTemplate(template: object, region?: string): Finding[] {
  loaded ??= load(); // Loading needs a second, so it is done once per process
  const content = new loaded.TemplateContent(JSON.stringify(template), 'template.json');
  const report = loaded.engine.validateTemplate(content, { severityLevel: 'WARN', detailLevel: 'STANDARD', pseudoParameterOverrides: { region } });
  return report.diagnostics.filter(({ ruleId }) => ruleId !== LEFT_OUT).map(({ ruleId, severity, message, entity, propertyPath }) => (
    { rule: ruleId, severity, logicalId: entity?.logicalId, propertyPath, message }
  ));
}

/** The engine is in aws-cdk-lib, but not in its export map. */
function load(): typeof loaded & object {
  const require = createRequire(__filename);
  const cdk = dirname(require.resolve('aws-cdk-lib-latest/package.json'));
  const { CompositeEngine, TemplateContent } = require(join(cdk, 'node_modules/@aws/cloudformation-validate')) as EngineModule;
  return { engine: new CompositeEngine(), TemplateContent };
}
