import { relative, resolve, sep } from "node:path";
import type { Node } from "typescript/unstable/ast";
import type { Checker, Project, Symbol } from "typescript/unstable/sync";
import { API, SymbolFlags } from "typescript/unstable/sync";

export const ROOT = resolve(import.meta.dirname, "../../..");

/** A place in the code, as editors read it: file from the root, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Source {
  readonly project: Project;
  readonly checker: Checker;
  /** Parameters whose calls are being looked at, so that a function which calls itself ends. */
  readonly beingRead: Set<Node>;
  close(): void;
}

/** The compiler's view of all files that a tsconfig names. Closing it ends the compiler's process. */
export function openSource(config: string): Source {
  const api = new API({ cwd: ROOT });
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  if (!project) throw new Error(`${config} names no project.`);
  return { project, checker: project.checker, beingRead: new Set(), close: () => api.close() };
}

export function placeOf(node: Node): Place {
  const file = node.getSourceFile();
  const start = node.getStart();
  const before = file.text.slice(0, start).split("\n");
  return {
    file: relative(ROOT, file.fileName).split(sep).join("/"),
    line: before.length,
    column: (before.at(-1) ?? "").length + 1,
  };
}

/** What a name stands for, through its imports: the node that declares it. */
export function declarationOf({ checker }: Source, name: Node): Node | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol && declarationOfSymbol(checker, symbol);
}

export function declarationOfSymbol(checker: Checker, symbol: Symbol): Node | undefined {
  const real = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (real.valueDeclaration ?? real.declarations[0])?.resolve();
}
