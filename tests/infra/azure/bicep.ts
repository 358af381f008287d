import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** What stands behind a property: written out, or a word of Bicep that only a deployment could work out. */
export type Value =
  | { kind: 'object'; properties: Property[] }
  | { kind: 'array'; items: Value[] }
  | { kind: 'string' | 'number' | 'boolean'; text: string }
  | { kind: 'expression'; text: string };

export interface Property {
  /** Undefined where the name itself is put together. */
  name: string | undefined;
  value: Value;
  line: number;
}

export interface Resource {
  symbol: string;
  /** As written, such as `Microsoft.Web/sites@2024-11-01`. */
  type: string;
  /** Only looked up, not made. */
  isExisting: boolean;
  body: Property[];
  line: number;
}

export interface Bicep {
  hasError: boolean;
  resources: Resource[];
  params: { name: string; isRequired: boolean; isSecure: boolean }[];
  modules: { path: string; params: string[] }[];
  outputs: string[];
}

let parser: Parser | undefined;

async function parserOfBicep(): Promise<Parser> {
  if (parser) return parser;
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
  parser = new Parser().setLanguage(await Language.load(grammar));
  return parser;
}

/** Reads declarations and what is written in them, by the grammar of tree-sitter. It is no compiler: no types, no references. */
export async function readBicep(text: string): Promise<Bicep> {
  const root = (await parserOfBicep()).parse(text)?.rootNode;
  if (!root) throw new Error('there is nothing to read');
  const all = (type: string): Node[] => root.descendantsOfType(type).filter((node) => node !== null);
  return {
    hasError: root.hasError,
    resources: all('resource_declaration').map(toResource),
    params: all('parameter_declaration').map((node) => ({
      name: node.namedChild(0)?.text ?? '',
      isRequired: node.namedChildCount < 3,
      isSecure: /@secure\(\)/.test(node.previousNamedSibling?.text ?? ''),
    })),
    modules: all('module_declaration').map((node) => {
      const params = propertiesIn(bodyOf(node)).find(({ name }) => name === 'params')?.value;
      return {
        path: textIn(node.namedChild(1)),
        params: params?.kind === 'object' ? params.properties.map(({ name = '' }) => name) : [],
      };
    }),
    outputs: all('output_declaration').map((node) => node.namedChild(0)?.text ?? ''),
  };
}

const toResource = (node: Node): Resource => ({
  symbol: node.namedChild(0)?.text ?? '',
  type: textIn(node.namedChild(1)),
  isExisting: /^resource \w+ '[^']*' existing\b/.test(node.text),
  body: propertiesIn(bodyOf(node)),
  line: node.startPosition.row + 1,
});

/** The object of a declaration, also of one that is repeated or depends on a condition. */
function bodyOf(node: Node): Node | null {
  const last = node.namedChild(node.namedChildCount - 1);
  return last?.type === 'for_statement' || last?.type === 'if_statement' ? bodyOf(last) : last;
}

const propertiesIn = (node: Node | null): Property[] =>
  named(node)
    .filter(({ type }) => type === 'object_property')
    .map((property) => ({
      name: nameOf(property.namedChild(0)),
      value: toValue(property.namedChild(1)),
      line: property.startPosition.row + 1,
    }));

const named = (node: Node | null): Node[] => (node?.namedChildren ?? []).filter((child) => child !== null);

const isPutTogether = (node: Node): boolean => named(node).some(({ type }) => type === 'interpolation');

function nameOf(node: Node | null): string | undefined {
  if (node?.type !== 'string') return node?.text;
  return isPutTogether(node) ? undefined : textIn(node);
}

const textIn = (node: Node | null): string =>
  named(node)
    .filter(({ type }) => type === 'string_content')
    .map(({ text }) => text)
    .join('');

function toValue(node: Node | null): Value {
  switch (node?.type) {
    case 'object':
      return { kind: 'object', properties: propertiesIn(node) };
    case 'array':
      return { kind: 'array', items: named(node).map(toValue) };
    case 'for_statement':
      return { kind: 'array', items: [toValue(bodyOf(node))] };
    case 'number':
    case 'boolean':
      return { kind: node.type, text: node.text };
    case 'string':
      return isPutTogether(node)
        ? { kind: 'expression', text: node.text }
        : { kind: 'string', text: textIn(node) };
    default:
      return { kind: 'expression', text: node?.text ?? '' };
  }
}
