// Keeps all that the first page needs in one file, all that a delegate's page needs right after it in a second one, and the notes
// editor with its libraries in a third: together they compress better than many small ones. Nothing else is in any.

/**
 * Names the group of a module: `base` for what the entry imports, directly or through others; `soon` for what the modules that
 * follow at once import beside that; `editor` for what the editor imports beside both; none for what comes later.
 */
export function firstPage(entry, following, editor) {
  let base;
  let soon;
  let notes;
  return (id, context) => {
    base ??= reachable([entry], context);
    soon ??= reachable(following, context);
    if (base.has(id)) return 'base';
    if (soon.has(id)) return 'soon';
    notes ??= reachable([editor], context);
    return notes.has(id) ? 'editor' : null;
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
