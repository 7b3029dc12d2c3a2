// The console's types are the server's contract: made anew from `sync-server/openapi.json`, they are what is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const committed = join(root, 'src/domain/bindings/council.ts');
const contract = JSON.parse(readFileSync(join(root, '../sync-server/openapi.json'), 'utf8')) as {
  paths: Record<string, unknown>;
};

/** The console's part: what desks and other servers ask is none of the page's business. */
function ofConsole() {
  const own = Object.entries(contract.paths).filter(([path]) => path.startsWith('/console/api/'));
  return { ...contract, paths: Object.fromEntries(own) };
}

test('the types are those of the contract', async () => {
  const types = astToString(await openapiTS(JSON.stringify(ofConsole()), { alphabetize: true }));
  const made = `// Made from sync-server/openapi.json; UPDATE=1 npx vitest run tests/contract.test.ts writes it anew.\n${types}`;
  if (process.env.UPDATE) writeFileSync(committed, made);
  expect(made === readFileSync(committed, 'utf8'), 'council.ts drifted: run this test with UPDATE=1').toBe(
    true,
  );
});

test('every address of the console is typed', () => {
  const source = readFileSync(committed, 'utf8');
  const missing = Object.keys(ofConsole().paths).filter((path) => !source.includes(`"${path}"`));
  expect(missing).toEqual([]);
});
