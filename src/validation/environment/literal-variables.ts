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
