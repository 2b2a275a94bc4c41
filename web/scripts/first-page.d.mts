interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

export declare function firstPage(entry: string, following: readonly string[], editor: string): (id: string, context: Modules) => string | null;
