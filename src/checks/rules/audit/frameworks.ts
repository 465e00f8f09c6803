import { type AuditControlCapability, AUDIT_CONTROLS } from '../../../capabilities/audit-controls';
import type { BackupInventory, Entity, Property } from '../../../inventory';
import type { ScopeNames, ScopeValues } from '../../../validation/audit/controls';
import { type Value, isKnown } from '../../../values/unknown';
import { elementsOrUnknown, itemsIn, nameOf, stringsIn } from '../../properties';

export const SCOPE_NAMES: ScopeNames = {
  tagKeys: 'ControlScope.Tags',
  resourceTypes: 'ControlScope.ComplianceResourceTypes',
  resourceIds: 'ControlScope.ComplianceResourceIds',
};

/** A control of a framework in a template. */
export interface WrittenControl {
  readonly framework: Entity;
  readonly properties: Property;
  readonly name: Value<string>;
  /** `undefined` if AWS does not have the control, or if its name is unknown. */
  readonly capability: AuditControlCapability | undefined;
  /** For messages. */
  readonly label: string;
}

export function frameworksIn(inventory: BackupInventory): readonly Entity[] {
  return inventory.ofType('AWS::Backup::Framework');
}

export function controlsIn(inventory: BackupInventory): WrittenControl[] {
  return frameworksIn(inventory).flatMap((framework) => itemsIn(framework.properties.get('FrameworkControls')).map((properties) => {
    const name = properties.get('ControlName').string();
    const capability = AUDIT_CONTROLS.find((control) => control.name === name);
    return { framework, properties, name, capability, label: `framework ${frameworkName(framework)}, control ${capability?.name ?? properties.path}` };
  }));
}

export function frameworkName(framework: Entity): string {
  return nameOf(framework, framework.properties.get('FrameworkName').string());
}

export function scopeOf({ properties }: WrittenControl): ScopeValues {
  const scope = properties.get('ControlScope');
  const tags = scope.get('Tags').items();
  return {
    tagKeys: isKnown(tags) ? tags.map((tag) => tag.get('Key').string()) : tags,
    resourceTypes: stringsIn(scope.get('ComplianceResourceTypes')),
    resourceIds: stringsIn(scope.get('ComplianceResourceIds')),
  };
}

/** Every value of a scope. */
export function partsOf({ tagKeys, resourceTypes, resourceIds }: ScopeValues): readonly unknown[] {
  return [...elementsOrUnknown(tagKeys), ...elementsOrUnknown(resourceTypes), ...elementsOrUnknown(resourceIds)];
}
