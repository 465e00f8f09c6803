import { spawnSync } from 'child_process';
import type { Authority, Fact } from './fact';

interface Shape {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly documentation?: string;
  readonly members?: Readonly<Record<string, { readonly shape: string; readonly documentation?: string }>>;
}

/** The service model of AWS Backup in botocore, from which all SDKs are generated. */
export interface ApiModel extends Authority {
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** Lists of values that only the descriptions of the model have. */
const LISTS: readonly { readonly shape: string; readonly member: string; readonly entry: RegExp; readonly part?: string }[] = [
  { shape: 'GetSupportedResourceTypesOutput', member: 'ResourceTypes', entry: /<li> <p> <code>([^<]+)<\/code>/g },
  { shape: 'RestoreTestingSelectionForCreate', member: 'ProtectedResourceType', entry: /<li> <p> <code>([^<]+)<\/code>/g },
  { shape: 'IndexAction', member: 'ResourceTypes', entry: /<li> <p> <code>([^<]+)<\/code>/g },
  { shape: 'ReportSetting', member: 'ReportTemplate', entry: /\b([A-Z_]+_REPORT)\b/g },
  { shape: 'ReportDeliveryChannel', member: 'Formats', entry: /<code>([^<]+)<\/code>/g },
  { shape: 'AdvancedBackupSetting', member: 'ResourceType', entry: /Valid values: <code>([^<]+)<\/code>/g },
  { shape: 'AdvancedBackupSetting', member: 'BackupOptions', entry: /"(\w+)":"\w+"/g },
  { shape: 'AdvancedBackupSetting', member: 'BackupOptions', entry: /"\w+":"(\w+)"/g, part: ', values' },
];

const READ = `
import botocore, gzip, json, os
path = os.path.join(os.path.dirname(botocore.__file__), 'data', 'backup', '2018-11-15', 'service-2.json')
with gzip.open(path + '.gz') if os.path.exists(path + '.gz') else open(path, 'rb') as file:
    print(json.dumps({'version': botocore.__version__, 'shapes': json.load(file)['shapes']}))
`;

/** @param python the interpreter of a virtual environment with botocore */
export function readApiModel(python: string): ApiModel {
  const { status, stdout, stderr } = spawnSync(python, ['-c', READ], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) { throw new Error(`'${python}' cannot read the model of AWS Backup: ${stderr}`); }
  const { version, shapes } = JSON.parse(stdout) as { readonly version: string; readonly shapes: ApiModel['shapes'] };
  return {
    title: `the API model of botocore ${version}`,
    shapes,
    facts: [...Object.entries(shapes).flatMap(([of, shape]) => factsOf(of, shape)), ...LISTS.flatMap((list) => listed(shapes, list))],
  };
}

function factsOf(of: string, { enum: values = [], pattern, min, max }: Shape): Fact[] {
  return [
    ...values.map((value) => ({ of, kind: 'value' as const, value })),
    ...Object.entries({ pattern, min, max }).flatMap(([kind, value]) => value === undefined ? [] : [{ of, kind: kind as Fact['kind'], value: `${value}` }]),
  ];
}

function listed(shapes: ApiModel['shapes'], { shape, member, entry, part = '' }: typeof LISTS[number]): Fact[] {
  const text = shapes[shape]?.members?.[member]?.documentation ?? '';
  const values = [...new Set([...text.matchAll(entry)].map(([, value]) => value))];
  return values.map((value) => ({ of: `${shape}.${member}${part}`, kind: 'value', value }));
}

/** The descriptions and bounds of a shape and its members, as text. */
export function textOf({ shapes }: ApiModel, name: string): string {
  const { documentation = '', members = {}, ...shape } = shapes[name] ?? {};
  const parts = Object.values(members).flatMap((member) => [member.documentation ?? '', boundsOf(shapes[member.shape])]);
  return [documentation, boundsOf(shape as Shape), ...parts].join(' ').replace(/<[^>]+>/g, ' ').replace(/(\d),(?=\d{3})/g, '$1');
}

function boundsOf({ min, max }: Shape): string {
  return [min, max].filter((bound) => bound !== undefined).join(' ');
}
