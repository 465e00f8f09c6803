import { circularDependency } from './circular-dependency';
import { literalVariables } from './literal-variables';
import { nestedStackTemplate } from './nested-stack-template';
import { policyGrammar } from './policy-grammar';
import { resourceProperties } from './resource-properties';
import { valueForm } from './value-form';
import type { Rule } from '../../rule';

export const RESOURCE_RULES: readonly Rule[] = [
  resourceProperties,
  valueForm,
  circularDependency,
  literalVariables,
  nestedStackTemplate,
  policyGrammar,
];
