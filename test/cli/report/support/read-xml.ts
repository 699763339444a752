import assert from 'node:assert/strict';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const token =
  /<\?xml [^?]*\?>|<\/(?<end>[a-z-]+)>|<(?<start>[a-z-]+)(?<attributes>(?: [a-z]+="[^"<]*")*)(?<empty>\/?)>|(?<text>[^<]+)/gy;

/** Reads the plain XML that reports are written in, and fails at the first thing that is not well-formed. */
export function readXml(xml: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const { 0: all, index, groups = {} } of xml.matchAll(token)) {
    assert.equal(index, at, `Not well-formed: ${xml.slice(at, at + 80)}`);
    at += all.length;
    const parent = open.at(-1) ?? root;
    if (groups['text'] !== undefined) parent.text += unescaped(groups['text']);
    if (groups['end'] !== undefined) assert.equal(open.pop()?.name, groups['end']);
    if (groups['start'] === undefined) continue;
    const attributes = readAttributes(groups['attributes'] ?? '');
    const element: OpenElement = { name: groups['start'], attributes, children: [], text: '' };
    parent.children.push(element);
    if (groups['empty'] !== '/') open.push(element);
  }
  assert.equal(at, xml.length, `Not well-formed: ${xml.slice(at, at + 80)}`);
  assert.deepEqual([open.length, root.children.length, root.text.trim()], [1, 1, '']);
  return root.children[0] ?? root;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  );
  assert.equal(new Set(pairs.map(([name]) => name)).size, pairs.length, `An attribute stands twice:${text}`);
  return Object.fromEntries(pairs);
}

function unescaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 excludes
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  return text.replace(/&(#(\d+);)?/g, (all, _reference, code: string | undefined) => {
    assert.ok(code !== undefined, `An ampersand stands alone: ${all}`);
    return String.fromCodePoint(Number(code));
  });
}
