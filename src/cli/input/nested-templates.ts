import { dirname, resolve } from 'path';
import type { TemplateFile } from './template-file';
import { objectOf } from '../../inventory/resolve/json';

/** Nested stacks of templates that are written by hand: `TemplateURL` is a path until `aws cloudformation package` replaces it. */
export function connectNested(files: readonly TemplateFile[]): TemplateFile[] {
  const parents = new Map(files.flatMap((parent) => Object.entries(parent.resources).flatMap(([logicalId, each]) => {
    const { Type: type, Properties: properties } = objectOf(each);
    const url = type === 'AWS::CloudFormation::Stack' ? objectOf(properties).TemplateURL
      : type === 'AWS::Serverless::Application' ? objectOf(properties).Location : undefined;
    return typeof url === 'string' && !url.includes('://') ? [[resolve(dirname(parent.path), url), { id: parent.name, logicalId }] as const] : [];
  })));
  return files.map((file) => {
    const parent = parents.get(file.path);
    return parent && !file.facts.parent && parent.id !== file.name ? file.with({ parent }) : file;
  });
}
