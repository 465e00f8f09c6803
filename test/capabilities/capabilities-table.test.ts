import { readFileSync } from 'fs';
import { CAPABILITIES_FILE, renderCapabilities } from '../../scripts/capabilities-table';
import { REGIONS } from '../../src/capabilities/regions';
import { RESOURCE_TYPES, resourceTypeOf } from '../../src/capabilities/resource-types';

const REGENERATE = 'npm run docs:capabilities';

function committed(): string {
  return readFileSync(CAPABILITIES_FILE, 'utf8');
}

test('CAPABILITIES.md is generated from the current tables', () => {
  if (committed() !== renderCapabilities()) {
    throw new Error(`CAPABILITIES.md is stale, run: ${REGENERATE}`);
  }
});

test('CAPABILITIES.md names the command that writes it', () => {
  expect(renderCapabilities().split('\n')[0]).toContain(REGENERATE);
});

describe('the page', () => {
  const page = renderCapabilities();
  const line = (start: string) => page.split('\n').find((text) => text.startsWith(`| ${start} |`));

  test('has a line for every resource type and Region', () => {
    for (const row of RESOURCE_TYPES) {
      expect(line(row.title)).toBeDefined();
      expect(line(row.id)).toBeDefined();
    }
    for (const region of REGIONS) expect(line(`\`${region.id}\``)).toBeDefined();
  });

  test('marks what is certain, doubtful and annotated', () => {
    expect(line(resourceTypeOf('FSX_OPENZFS').title))
      .toBe('| Amazon FSx for OpenZFS file system | ✓* | ✓ | ✓* | ? | – | ? | – | ? | – | ? | – | – | – | – | – |');
    expect(line(resourceTypeOf('RDS_MULTI_AZ_CLUSTER').title))
      .toBe('| Amazon RDS Multi-AZ DB cluster | –* | –* | –* | – | –* | ✓ | – | – | – | ✓ | – | – | – | – | ✓* |');
  });

  test('has as many cells in every row of a table as in its header', () => {
    for (const block of page.split('\n\n').filter((text) => text.startsWith('|'))) {
      const cells = block.trimEnd().split('\n').map((text) => text.match(/(?<!\\)\|/g)!.length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});
