// Reads source for the tests of the tree: the literals of a file with what they are used for, and the text that a
// component's markup shows by itself.
import { readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface Literal {
  text: string;
  /** It stands where a message's id is asked for: `t('…')`, `<T id="…">`. */
  asked: boolean;
  imported: boolean;
  /** It is a value of the script, not an attribute, a key or a part of a template. */
  value: boolean;
  /** It is text given to a passing notice. */
  noticed: boolean;
}

/** An object of a syntax tree. */
type Node = { type?: string; [key: string]: unknown };

/** Attributes and properties of components whose value is shown or read out. */
const shown =
  /^(title|label|alt|placeholder|hint|text|heading|lead|caption|action|summary|description|empty|aria-(label|description|roledescription|placeholder|valuetext))$/;
/** Parents under which text is a value, not shown. */
const written = /^(Attribute|StyleDirective)$/;
const letters = /\p{L}/u;

export function literals(file: string): Literal[] {
  const source = readFileSync(file, 'utf8');
  return file.endsWith('.svelte') ? ofComponent(source) : ofModule(source);
}

function ofModule(source: string): Literal[] {
  const found: Literal[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) {
      const called =
        ts.isCallExpression(node.parent) && node.parent.arguments[0] === node
          ? node.parent.expression
          : undefined;
      const name = called?.getText() ?? '';
      const imported = ts.isImportDeclaration(node.parent) || name === 'import';
      found.push({
        text: node.text,
        asked: asks(name),
        imported,
        value: !imported,
        noticed: notices(name, node.text),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

const asks = (called: string) => called === 't' || called === 'words.has';
const notices = (called: string, text: string) => called === 'notices.show' && letters.test(text);

function ofComponent(source: string): Literal[] {
  const found: Literal[] = [];
  walk(parse(source, { modern: true }), (node, parent) => {
    const text = literalText(node);
    if (text === undefined) return;
    const called = parent?.type === 'CallExpression' ? source.slice(...span(parent.callee as Node)) : '';
    const id = parent?.type === 'Attribute' && parent.name === 'id' && parent.ofMessage === true;
    const imported = parent?.type === 'ImportDeclaration' || parent?.type === 'ImportExpression';
    const value = node.type === 'Literal' && !imported && parent?.type !== 'Attribute';
    found.push({ text, asked: asks(called) || id, imported, value, noticed: notices(called, text) });
  });
  return found;
}

const span = (node: Node): [number, number] => [node.start as number, node.end as number];

function literalText(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'Text') return node.data as string;
  if (node.type === 'TemplateElement') return (node.value as { cooked: string }).cooked;
  return undefined;
}

/** Text nodes with letters, and literal values of attributes that are shown. */
export function shownText(tree: unknown): string[] {
  const found: string[] = [];
  walk((tree as Node).fragment as Node, (node, parent) => {
    if (node.type !== 'Text' && !(node.type === 'Literal' && typeof node.value === 'string')) return;
    const text = String(node.data ?? node.value).replaceAll(/[¶]/g, '');
    if (!letters.test(text)) return;
    if (node.type === 'Text' && !written.test(parent?.type ?? '')) found.push(text.trim());
    if (parent?.type === 'Attribute' && shown.test(parent.name as string))
      found.push(`${String(parent.name)}="${text}"`);
    if (node.type === 'Literal' && parent?.type === 'ExpressionTag') found.push(text);
  });
  return found;
}

function walk(node: unknown, visit: (node: Node, parent?: Node) => void, parent?: Node): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, parent);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const here = node as Node;
  if (here.type === 'Component' && here.name === 'T')
    for (const a of here.attributes as Node[]) a.ofMessage = true;
  if (here.type === 'StyleSheet' || here.type === 'Comment') return;
  if (here.type) visit(here, parent);
  for (const [name, child] of Object.entries(here))
    if (name !== 'css') walk(child, visit, here.type ? here : parent);
}
