// Keeps all that the first page needs in one file, and all that a delegate's page needs right after it in a second one: together
// they compress better than many small ones. Nothing else is in either.

/**
 * Names the group of a module: `base` for what the entry imports, directly or through others; `soon` for what the modules that
 * follow at once import beside that; none for what comes later.
 */
export function firstPage(entry, following) {
  let base;
  let soon;
  return (id, context) => {
    base ??= reachable([entry], context);
    soon ??= reachable(following, context);
    if (base.has(id)) return 'base';
    return soon.has(id) ? 'soon' : null;
  };
}

function reachable(entries, context) {
  const found = new Set();
  const open = [...entries];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
