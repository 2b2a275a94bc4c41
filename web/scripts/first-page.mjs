// Keeps all that the first page needs in one file, which compresses better than several, and nothing else in it.

/** Names the group of a module: `base` for what the entry imports, directly or through others; none for what comes later. */
export function firstPage(entry) {
  let needed;
  return (id, context) => {
    needed ??= reachable(entry, context);
    return needed.has(id) ? 'base' : null;
  };
}

function reachable(entry, context) {
  const found = new Set();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
