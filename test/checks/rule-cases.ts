import { App, Stack } from 'aws-cdk-lib';
import { ambiguous } from './identities';
import type { CheckOptions } from '../../src/checks/check-options';
import { type Finding, evaluate } from '../../src/checks/evaluate';
import type { Level, Rule } from '../../src/checks/rule';
import { type TemplateSource, BackupInventory } from '../../src/inventory';
import { synthesizedSources } from '../../src/inventory/cdk/synthesized-sources';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const REGION = 'eu-west-1';

/** The same backups as constructs and as CloudFormation. */
export interface RuleCase {
  readonly name: string;
  /** As CDK constructs, in a stack of `ACCOUNT` and `REGION`; more stacks go into `stack.node.root`. */
  readonly cdk: (stack: Stack) => void;
  /** As plain CloudFormation: the resources, or a whole template, or several sources. */
  readonly cfn: object | readonly TemplateSource[];
  readonly options?: CheckOptions;
}

export interface FaultyCase extends RuleCase {
  /** The exact messages, in the order of the findings. A regular expression if they contain logical ids of the CDK. */
  readonly messages: readonly (string | RegExp)[];
  /** The property path of each finding within its resource. */
  readonly paths?: readonly string[];
  /** @default - that of the rule, for each */
  readonly levels?: readonly Level[];
}

export interface RuleCases {
  readonly compliant: readonly RuleCase[];
  readonly nonCompliant: readonly FaultyCase[];
  readonly notApplicable: readonly RuleCase[];
  /** Nothing is reported, and the unknown value is counted. Checks its messages if `messages` are given. */
  readonly unknown: readonly (RuleCase & { readonly messages?: readonly (string | RegExp)[] })[];
}

/** A source of `ACCOUNT` and `REGION`, by default. */
export function sourceOf(resources: object, more: Partial<TemplateSource> = {}): TemplateSource {
  const template = 'Resources' in resources ? resources : { Resources: resources };
  return { id: 'Stack', stackName: 'Stack', account: ACCOUNT, region: REGION, application: '', template, ...more };
}

function fromCdk(build: (stack: Stack) => void): BackupInventory {
  const app = new App({ analyticsReporting: false });
  build(new Stack(app, 'Stack', { env: { account: ACCOUNT, region: REGION } }));
  app.synth();
  return BackupInventory.of(synthesizedSources(app));
}

function fromCfn(cfn: RuleCase['cfn']): BackupInventory {
  return BackupInventory.of(Array.isArray(cfn) ? cfn as TemplateSource[] : [sourceOf(cfn as object)]);
}

/** The four kinds of case that every rule has, each as constructs and as CloudFormation. */
export function describeRule(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    const ways = (each: RuleCase) => [['constructs', fromCdk, each.cdk], ['CloudFormation', fromCfn, each.cfn]] as const;
    const run = (each: RuleCase) => ways(each).map(([way, read, given]) => {
      const { findings, unknown } = evaluate((read as (from: unknown) => BackupInventory)(given), [rule], each.options ?? {});
      return { way, findings, unknown };
    });

    test.each(cases.compliant)('is silent: $name', (each) => {
      for (const { way, findings, unknown } of run(each)) {
        expect({ way, findings: messagesOf(findings), unknown: messagesOf(unknown) }).toEqual({ way, findings: [], unknown: [] });
      }
    });

    test.each(cases.nonCompliant)('finds: $name', (each) => {
      for (const { way, findings } of run(each)) {
        expect({ way, messages: messagesOf(findings) }).toEqual({ way, messages: each.messages.map(matching) });
        expect(findings.map(({ level }) => level)).toEqual(each.levels ?? each.messages.map(() => rule.level));
        if (each.paths) { expect(findings.map(({ address }) => address.path)).toEqual(each.paths); }
        expect({ way, ambiguous: ambiguous(findings) }).toEqual({ way, ambiguous: [] });
      }
    });

    test.each(cases.notApplicable)('does not apply: $name', (each) => {
      for (const { way, findings, unknown } of run(each)) {
        expect({ way, findings, unknown }).toEqual({ way, findings: [], unknown: [] });
      }
    });

    test.each(cases.unknown)('cannot tell: $name', (each) => {
      for (const { way, findings, unknown } of run(each)) {
        expect({ way, findings: messagesOf(findings) }).toEqual({ way, findings: [] });
        expect(unknown.length).toBeGreaterThan(0);
        if (each.messages) { expect(messagesOf(unknown)).toEqual(each.messages.map(matching)); }
      }
    });

    test('has cases of all four kinds', () => {
      const { compliant, nonCompliant, notApplicable, unknown } = cases;
      expect([compliant, nonCompliant, notApplicable, unknown].map((kind) => kind.length > 0)).toEqual([true, true, true, true]);
    });
  });
}

function messagesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ message }) => message);
}

function matching(message: string | RegExp): unknown {
  return typeof message === 'string' ? message : expect.stringMatching(message);
}
