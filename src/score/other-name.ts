import { widthless } from '../text/width.ts';
import { type Framework, type FrameworkNode, groupsIn } from './framework.ts';

/**
 * Finds of whom else a name is that stands beside the number of an indicator; null where it may be its own. Only
 * the very title of another item, or another name of it, is certainly of that: titles are often cut short or
 * worded anew. The groups that an indicator is in may stand beside it as well.
 */
export function otherNames({
  domains,
  indicators,
}: Framework): (name: string, indicator: string) => FrameworkNode | null {
  const owners = new Map<string, FrameworkNode[]>();
  for (const node of [...groupsIn(domains), ...indicators]) {
    for (const name of namesOf(node)) {
      const known = owners.get(keyOf(name));
      if (known === undefined) owners.set(keyOf(name), [node]);
      else known.push(node);
    }
  }
  const pathOf = new Map(indicators.map(({ id, path }) => [id, path]));
  return (name, indicator) => {
    const found = owners.get(keyOf(name)) ?? [];
    const isOwn = ({ id }: FrameworkNode): boolean =>
      id === indicator || (pathOf.get(indicator)?.includes(id) ?? false);
    return found.some(isOwn) ? null : (found[0] ?? null);
  };
}

/** What an item is called, also with its number before it: 4.23 行政诉讼败诉率. */
function namesOf(node: FrameworkNode): readonly string[] {
  const titles = node.english === null ? [node.title] : [node.title, node.english];
  return [
    ...titles.flatMap((title) => [title, node.id + title]),
    ...(node.kind === 'group' ? node.aliases : []),
  ];
}

const keyOf = (name: string): string => widthless(name).toLowerCase();
