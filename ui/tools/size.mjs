// Prints the JavaScript and styles that each entry's first page loads, gzipped, and all that follows lazily. Reads the
// built pages' manifests; fails when the desk's first page is over its budget.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgets = { desk: 120, console: 150 };
const kilobytes = (bytes) => Math.round(bytes / 100) / 10;
const packed = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** Files that a file imports at once (not lazily), itself included. */
function closure(folder, file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const statics = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[^"'()]*?from\s*)?["']\.\/([^"']+\.js)["']/g;
  for (const [, name] of text.matchAll(statics)) closure(folder, `assets/${name}`, seen);
  return seen;
}

let over = false;
for (const entry of readdirSync('dist')) {
  const folder = `dist/${entry}`;
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  const first = new Set();
  for (const [, file] of page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g))
    closure(folder, file, first);
  const styles = [...page.matchAll(/href="\.\/(assets\/[^"]+\.css)"/g)].map(([, file]) => file);
  const all = readdirSync(`${folder}/assets`).filter((file) => file.endsWith('.js'));
  const sum = (files) =>
    kilobytes(files.map((file) => packed(`${folder}/${file}`)).reduce((a, b) => a + b, 0));
  const script = sum([...first]);
  const bytes = kilobytes(
    readdirSync(`${folder}/assets`).reduce((s, f) => s + statSync(`${folder}/assets/${f}`).size, 0),
  );
  console.log(
    `${entry}: first page ${script} kB gz JavaScript (${first.size} files), ${sum(styles)} kB gz styles; ` +
      `all JavaScript ${sum(all.map((file) => `assets/${file}`))} kB gz (${all.length} files); folder ${bytes} kB`,
  );
  if (budgets[entry] !== undefined && script > budgets[entry]) over = true;
}
if (over) process.exitCode = 1;
