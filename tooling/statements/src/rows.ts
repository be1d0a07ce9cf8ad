import type { Node } from "typescript/unstable/ast";
import * as ts from "typescript/unstable/ast";
import type { Type } from "typescript/unstable/sync";
import { TypeFlags } from "typescript/unstable/sync";
import type { QueryCall } from "./calls.ts";
import type { Declared } from "./declared.ts";
import { declaredOf } from "./declared.ts";
import type { Source } from "./program.ts";
import { Unreadable } from "./values.ts";

/** The columns of the row that a call declares, said there or by what its answer is returned as; null: it reads none. */
export function rowOf({ checker }: Source, call: QueryCall): ReadonlyMap<string, Declared> | null {
  const signature = checker.getResolvedSignature(call.node);
  const promise = signature && checker.getReturnTypeOfSignature(signature);
  const row = promise && argumentOf(argumentOf(promise));
  if (!row || row.flags & TypeFlags.NonPrimitive) return null;
  if (row.flags & TypeFlags.Any) {
    if (readsRows(call.node)) throw new Unreadable(call.node, "reads rows that it does not declare");
    return null;
  }
  if (row.isTypeParameter()) throw new Unreadable(call.node, "has a row that its callers choose");
  return declaredOf(checker, row).fields();

  function argumentOf(type: Type | undefined): Type | undefined {
    return type?.isTypeReference() ? checker.getTypeArguments(type)[0] : undefined;
  }
}

/** Of an answer of pg: whether more than its number of rows is looked at. */
function readsRows(call: Node): boolean {
  const answer = ts.isAwaitExpression(call.parent) ? call.parent : call;
  const user = ts.isParenthesizedExpression(answer.parent) ? answer.parent.parent : answer.parent;
  if (ts.isExpressionStatement(user)) return false;
  if (ts.isVariableDeclaration(user)) return /\brows\b/.test(user.name.getText()) || ts.isIdentifier(user.name);
  return !ts.isPropertyAccessExpression(user) || user.name.getText() === "rows";
}
