import type { CallExpression, Node, SourceFile } from "typescript/unstable/ast";
import {
  isCallExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
} from "typescript/unstable/ast";
import type { Source } from "./program.ts";

/** A call of `query`, of our `Sql` or of pg itself. */
export interface QueryCall {
  readonly node: CallExpression;
  readonly receiver: Node;
  readonly via: "sql" | "pg";
  readonly text: Node;
  readonly values: Node | undefined;
}

/** Whose `query` it is, by the file that declares it; tRPC and React have methods of the same name. */
const DECLARED_IN = [
  ["sql", /\/packages\/db\/src\/sql\.ts$/],
  ["pg", /\/@types\/pg\//],
] as const;

/** Every call of `query` in the files that the pattern names. */
export function findCalls(source: Source, isOurs: (file: string) => boolean): QueryCall[] {
  const { program } = source.project;
  return program
    .getSourceFileNames()
    .filter(isOurs)
    .toSorted()
    .flatMap((name) => {
      const file = program.getSourceFile(name);
      return file ? callsIn(source, file) : [];
    });
}

function callsIn(source: Source, file: SourceFile): QueryCall[] {
  const found: QueryCall[] = [];
  const visit = (node: Node): void => {
    const call = queryCall(source, node);
    if (call) found.push(call);
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

function queryCall({ checker }: Source, node: Node): QueryCall | undefined {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression: receiver } = node.expression;
  const [text, values] = node.arguments;
  if (name.getText() !== "query" || !text) return undefined;
  const declared = checker.getSymbolAtLocation(name)?.declarations[0]?.path ?? "";
  const via = DECLARED_IN.find(([, file]) => file.test(declared))?.[0];
  return via && { node, receiver, via, ...partsOf(text, values) };
}

/** pg also takes its text and values as an object. */
function partsOf(text: Node, values: Node | undefined): Pick<QueryCall, "text" | "values"> {
  if (!isObjectLiteralExpression(text)) return { text, values };
  const part = (name: string) =>
    text.properties.filter(isPropertyAssignment).find((property) => property.name.getText() === name)?.initializer;
  return { text: part("text") ?? text, values: part("values") };
}
