import { createRequire } from 'module';
import { dirname, join } from 'path';

/** What AWS's validation engine finds in a template. */
export interface Finding {
  /** The rule, such as `F3002`. */
  readonly rule: string;
  readonly severity: 'WARN' | 'ERROR' | 'FATAL';
  /** The resource, parameter or output, where the finding is about one. */
  readonly logicalId: string | undefined;
  readonly propertyPath: string | undefined;
  readonly message: string;
}

/** As much of the engine's own types as is used here. */
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

/** Dependencies that are there twice: harmless, left out by `cdk synth` too, and written by the CDK's own constructs. */
const LEFT_OUT = 'W3005';

/**
 * Validates a template as `cdk synth` does, warnings included, with the newest engine whichever CDK made the template.
 *
 * @param region where the template is deployed, for rules about what a Region has
 */
export function validateTemplate(template: object, region?: string): Finding[] {
  loaded ??= load(); // takes a second, so once per process
  const content = new loaded.TemplateContent(JSON.stringify(template), 'template.json');
  const report = loaded.engine.validateTemplate(content, { severityLevel: 'WARN', detailLevel: 'STANDARD', pseudoParameterOverrides: { region } });
  return report.diagnostics.filter(({ ruleId }) => ruleId !== LEFT_OUT).map(({ ruleId, severity, message, entity, propertyPath }) => (
    { rule: ruleId, severity, logicalId: entity?.logicalId, propertyPath, message }
  ));
}

/** The engine comes inside aws-cdk-lib, whose export map hides it. */
function load(): typeof loaded & object {
  const require = createRequire(__filename);
  const cdk = dirname(require.resolve('aws-cdk-lib-latest/package.json'));
  const { CompositeEngine, TemplateContent } = require(join(cdk, 'node_modules/@aws/cloudformation-validate')) as EngineModule;
  return { engine: new CompositeEngine(), TemplateContent };
}
