interface Resources {
  readonly [id: string]: { readonly DependsOn?: string | readonly string[]; readonly Properties?: object };
}

/**
 * A cycle of resources, which CloudFormation rejects and synthesis does not report: by `Ref`,
 * `Fn::GetAtt`, `Fn::Sub` and `DependsOn`.
 */
export function cycleIn({ Resources: resources = {} }: { readonly Resources?: Resources }): string[] | undefined {
  const finished = new Set<string>();
  const visit = (id: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(id)) { return [...path.slice(path.indexOf(id)), id]; }
    if (finished.has(id)) { return undefined; }
    for (const next of waitsFor(resources[id], resources)) {
      const cycle = visit(next, [...path, id]);
      if (cycle) { return cycle; }
    }
    finished.add(id);
    return undefined;
  };
  return Object.keys(resources).map((id) => visit(id, [])).find((cycle) => cycle !== undefined);
}

/** The resources that a resource depends on. */
export function waitsFor(resource: Resources[string], resources: Resources): string[] {
  const ids = [...[resource.DependsOn ?? []].flat(), ...referencesIn({ ...resource, DependsOn: undefined })];
  return [...new Set(ids)].filter((id) => id in resources);
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) { return []; }
  return Object.entries(value).flatMap(([key, inner]) => {
    switch (key) {
      case 'Ref': return [String(inner)];
      case 'Fn::GetAtt': return [String([inner].flat()[0]).split('.')[0]];
      case 'Fn::Sub': {
        const [text, variables] = [inner].flat() as [string, object?];
        return [...[...text.matchAll(/\$\{([^!.}]+)/g)].map(([, name]) => name), ...referencesIn(variables)];
      }
      default: return referencesIn(inner);
    }
  });
}
