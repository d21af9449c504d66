import { z } from 'zod';
import { memberOf } from './at-path.ts';

/** The JSON Schema (draft 2020-12) of a zod schema. It lets fields be added, as later versions may. */
export const jsonSchema = (schema: z.ZodType): object => z.toJSONSchema(schema, { io: 'input' });

interface Node {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly $defs?: Readonly<Record<string, Node>>;
}

/** The keys that the object at a path of a value may have, in any of the forms that one of its `kind` may take. */
export function keysAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): readonly string[] {
  const root = jsonSchema(schema) as Node;
  let nodes = formsOf(root, root);
  let object = value;
  for (const step of path) {
    nodes = nodes.flatMap((node) => {
      const { properties = {}, additionalProperties: others, items } = node;
      const own = typeof step === 'string' && Object.hasOwn(properties, step);
      const next = typeof step === 'number' ? items : own ? properties[step] : others;
      return typeof next === 'object' ? formsOf(next, root) : [];
    });
    object = memberOf(object, step);
  }
  const kind = memberOf(object, 'kind');
  const ofKind = nodes.filter(
    ({ properties }) => kind !== undefined && memberOf(properties?.kind, 'const') === kind,
  );
  const forms = ofKind.length > 0 ? ofKind : nodes;
  return [...new Set(forms.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** A node, and those that it may be instead. */
function formsOf(node: Node, root: Node): Node[] {
  if (node.$ref !== undefined) {
    const named = root.$defs?.[node.$ref.replace('#/$defs/', '')];
    return named === undefined ? [] : formsOf(named, root);
  }
  const { anyOf = [], oneOf = [], allOf = [] } = node;
  return [node, ...[...anyOf, ...oneOf, ...allOf].flatMap((form) => formsOf(form, root))];
}
