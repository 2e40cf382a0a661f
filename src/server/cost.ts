import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
} from 'graphql';

/** What a question is priced with. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Arguments that say how many come at most. */
const SIZES = ['first', 'last', 'maxVertices', 'k'];
/** How many a page holds when nothing says so, and how many a list that has no pages. */
const PAGE = 20;
const LIST = 10;

/**
 * How many values a question may come to at most 查询代价: each field counts one, times the sizes of the pages and walks that
 * it stands in. Linear in the length of the question, also when fragments name each other.
 */
export function costOf({ schema, document, operationName, variables }: Question): number {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return new Pricing(schema, fragments, variables).selection(operation.selectionSet, root, null);
}

class Pricing {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Readonly<Record<string, unknown>>;
  /** Prices of fragments by name and page size; one that is being priced counts nothing, so circles end. */
  readonly #known = new Map<string, number>();

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  /** The price of a selection; `page`: the size that lists right in it have. */
  selection(set: SelectionSetNode, type: GraphQLCompositeType, page: number | null): number {
    let sum = 0;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) sum += this.#field(node, type, page);
      else if (node.kind === Kind.INLINE_FRAGMENT)
        sum += this.selection(node.selectionSet, this.#narrowed(type, node.typeCondition?.name.value), page);
      else sum += this.#fragment(node.name.value, type, page);
    }
    return sum;
  }

  #fragment(name: string, type: GraphQLCompositeType, page: number | null): number {
    const fragment = this.#fragments.get(name);
    if (fragment === undefined) return 0;
    const key = `${name} ${page}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, 0);
    const price = this.selection(fragment.selectionSet, this.#narrowed(type, fragment.typeCondition.name.value), page);
    this.#known.set(key, price);
    return price;
  }

  #narrowed(type: GraphQLCompositeType, name: string | undefined): GraphQLCompositeType {
    const narrower = name === undefined ? type : this.#schema.getType(name);
    return isCompositeType(narrower) ? narrower : type;
  }

  #field(node: FieldNode, parent: GraphQLCompositeType, page: number | null): number {
    const field = fieldOf(node.name.value, parent);
    const type = field && getNamedType(field.type);
    if (!node.selectionSet || !field || !isCompositeType(type)) return 1;
    const size = this.#size(node, field);
    const isList = isListType(getNullableType(field.type));
    const times = isList ? (size ?? page ?? LIST) : 1;
    const within = isList ? null : (size ?? (type.name.endsWith('Connection') ? PAGE : null));
    return 1 + times * this.selection(node.selectionSet, type, within);
  }

  /** The size that a field is asked for, or has when it is not asked for one; null: it has none. */
  #size(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const sizes = field.args
      .filter(({ name }) => SIZES.includes(name))
      .map(({ name, defaultValue }) => {
        const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
        if (value?.kind === Kind.INT) return Number(value.value);
        const given = value?.kind === Kind.VARIABLE ? this.#variables[value.name.value] : undefined;
        return Number(given ?? defaultValue ?? Number.NaN);
      });
    const known = sizes.filter((size) => !Number.isNaN(size));
    return known.length === 0 ? null : Math.max(0, ...known);
  }
}

function fieldOf(name: string, type: GraphQLCompositeType): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  return 'getFields' in type ? type.getFields()[name] : undefined;
}
