import { type CfnResource, type IPolicyValidationContext, type PolicyValidationPluginReport, CfnElement } from 'aws-cdk-lib';
import type { INagValidationContext } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { Acknowledgments } from './acknowledgments';
import type { CheckOptions } from './check-options';
import { claims } from './claims';
import { type Finding, type RuleSettings, evaluate } from './evaluate';
import { CONTEXT, SCOPE } from './kinds';
import { NagPack } from './nag-pack';
import { type PackName, PACK_NAMES } from './pack-name';
import { levelsById } from './pack-options';
import type { PackProps } from './pack-props';
import { type NamedResource, NOTHING_FOUND, reportOf } from './report';
import type { Rule } from './rule';
import { rulesOf } from './rules-of-packs';
import { settingsText } from './settings-text';
import { expectKinds } from '../cdk/kinds';
import { type Address, BackupInventory, resourceKey } from '../inventory';
import { synthesizedSources } from '../inventory/cdk/synthesized-sources';
import { treeSources } from '../inventory/cdk/tree-sources';

/**
 * A list of rules as a plugin of the CDK's validation. It writes its own report, because that of cdk-nag keeps one message for each
 * rule and fails on warnings.
 *
 * @internal
 */
export abstract class BackupPack extends NagPack {
  /**
   * The name of the pack, which is also the prefix of acknowledgments.
   */
  public readonly name: string;

  /**
   * The ids of the rules that the pack applies.
   *
   * @default - all of its rules
   */
  public readonly ruleIds?: string[];

  private readonly rules: readonly Rule[];
  private readonly settings: RuleSettings;

  constructor(name: PackName, scope: IConstruct | undefined, props: PackProps, private readonly options: CheckOptions) {
    super(scope);
    this.name = name;
    this.packName = name;
    this.settings = { ...props, levels: levelsById(props.levels) };
    this.rules = rulesOf(name).filter(({ id }) => (props.include?.includes(id) ?? true) && !props.exclude?.includes(id));
    this.ruleIds = this.rules.map(({ id }) => id);
  }

  /**
   * Checks the synthesized templates. The CDK calls this method.
   *
   * @throws an error if the context has no construct tree
   */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    expectKinds(this.name, { context }, CONTEXT);
    const { appConstruct } = context as Partial<INagValidationContext>;
    if (!appConstruct) { throw new Error(`${this.name}: 'appConstruct' of the validation context must be set, got none. Use aws-cdk-lib 2.271.0 or later.`); }
    const acknowledged = new Acknowledgments();
    const sources = synthesizedSources(appConstruct, (construct) => acknowledged.visit(construct));
    const pathOf = new Map(sources.map(({ id, templatePath }) => [id, templatePath]));
    // The CDK removes and records findings that are acknowledged with the name of this pack
    const prefixes = PACK_NAMES.filter((name) => name !== this.name);
    const nameOf = ({ sourceId, logicalId }: Address) => ({ templatePath: pathOf.get(sourceId), resourceLogicalId: logicalId });
    const report = this.report(BackupInventory.of(sources), acknowledged, prefixes, nameOf, (finding) => claims(this, appConstruct, finding));
    return report.violations.length > 0 ? report : { ...report, violations: [NOTHING_FOUND] };
  }

  /**
   * Checks constructs before synthesis, for tests. Tags of `Tags.of(…)` are added during synthesis. Until then, coverage by tag is
   * unknown.
   */
  public validateScope(scope: IConstruct): PolicyValidationPluginReport {
    expectKinds(this.name, { scope }, SCOPE);
    const paths = new Map(scope.node.findAll().filter((each) => CfnElement.isCfnElement(each)).map((element) =>
      [resourceKey({ sourceId: element.stack.node.path, logicalId: String(element.stack.resolve(element.logicalId)) }), element.node.path]));
    const pathOf = (address: Address) => paths.get(resourceKey(address));
    const inventory = BackupInventory.of(treeSources(scope));
    const isBelow = ({ address }: Finding) => pathOf(address) !== undefined;
    const nameOf = (address: Address) => ({ constructPath: pathOf(address) });
    const acknowledged = new Acknowledgments();
    for (const construct of scope.node.root.node.findAll()) { acknowledged.visit(construct); }
    return this.report(inventory, acknowledged, PACK_NAMES, nameOf, isBelow);
  }

  /** Does nothing, because the rules evaluate the whole app and not single resources. */
  protected checkResource(_node: CfnResource): void {}

  private report(
    inventory: BackupInventory, acknowledged: Acknowledgments, prefixes: readonly string[],
    nameOf: NamedResource, counts: (finding: Finding) => boolean,
  ): PolicyValidationPluginReport {
    const { findings, unknown } = evaluate(inventory, this.rules, this.options, this.settings);
    const isAcknowledged = ({ rule, address }: Finding) => acknowledged.any
      && [rule.id, ...prefixes.map((prefix) => `${prefix}::${rule.id}`)].some((id) => acknowledged.has(id, address));
    const isOpen = (finding: Finding) => !isAcknowledged(finding) && counts(finding);
    return reportOf({ findings: findings.filter(isOpen), unknown: unknown.filter(counts) }, nameOf, settingsText(this.settings, this.options));
  }
}
