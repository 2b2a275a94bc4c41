interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

export declare function firstPage(entry: string): (id: string, context: Modules) => string | null;
