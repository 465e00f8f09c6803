import { type Json, isJsonObject, isWritten } from '../../iam';
import { Problem } from '../../values/problem';

/** A reference as `Fn::Sub` reads it: a name, a pseudo parameter, or an attribute. */
const VARIABLE = /\$\{[A-Za-z][A-Za-z0-9.:]*\}/;

/** A warning only, because AWS accepts such a text in some properties. Where it does not, another rule has the error. */
export function literalVariableWarnings(name: string, value: string): Problem[] {
  const [variable] = VARIABLE.exec(value) ?? [];
  return variable === undefined
    ? []
    : [new Problem('literal-variable', `'${name}' should have '${variable}' only within Fn::Sub, got '${value}'. CloudFormation does not replace it elsewhere. Write it with Fn::Sub.`)];
}

/** A pseudo parameter of CloudFormation in a policy, where other variables are those of IAM. */
const PSEUDO_PARAMETER = /\$\{AWS::[A-Za-z]+\}/;

/** A warning for each text of a policy that names a pseudo parameter outside of `Fn::Sub`. IAM compares it as it is written. */
export function pseudoParameterWarnings(name: string, policy: Json): Problem[] {
  if (isWritten(policy)) {
    const parts = typeof policy === 'string' ? [policy] : policy.parts;
    const [variable] = parts.flatMap((part) => (typeof part === 'string' ? PSEUDO_PARAMETER.exec(part) ?? [] : []));
    return variable === undefined
      ? []
      : [new Problem('pseudo-parameter', `'${name}' should have '${variable}' only within Fn::Sub, got '${String(policy)}'. IAM compares it as it is written. Write it with Fn::Sub.`, String(policy))];
  }
  if (Array.isArray(policy)) { return (policy as readonly Json[]).flatMap((item, index) => pseudoParameterWarnings(`${name}[${index}]`, item)); }
  return isJsonObject(policy) ? Object.entries(policy).flatMap(([key, value]) => pseudoParameterWarnings(`${name}.${key}`, value)) : [];
}
