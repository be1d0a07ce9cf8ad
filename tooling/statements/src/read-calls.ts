import type { CallExpression, Node } from "typescript/unstable/ast";
import * as ts from "typescript/unstable/ast";
import type { Reader, Scope, Value } from "./values.ts";
import { combinations, isWhole, itemsOf, textOf, Unreadable } from "./values.ts";

/** What a call may answer: a method of a text or of a list of texts, or a function of ours that makes texts. */
export function readCall(reader: Reader, call: CallExpression, scope: Scope): Value[] {
  const callee = call.expression;
  if (callee.getText() === "Object.entries") return entriesOf(reader, call, scope);
  if (ts.isPropertyAccessExpression(callee) && isMethod(callee.name.getText()))
    return readMethod(reader, call, callee, scope);
  return reader.values(callee, scope).flatMap((value) => {
    if (!isWhole(value, "function")) throw new Unreadable(call, "calls what is made while the code runs");
    return readReturns(reader, value.node, withArguments(reader, value, call, scope));
  });
}

/** Each property of a constant object as a list of its name and its value. */
function entriesOf(reader: Reader, call: CallExpression, scope: Scope): Value[] {
  const [argument] = call.arguments;
  return (argument ? reader.values(argument, scope) : []).map((whole) => {
    const entries = reader.properties(call, whole);
    const items = () =>
      entries.map(([name, value]) => () => [{ kind: "list" as const, items: () => [() => [name], value] }]);
    return { kind: "list", items };
  });
}

function isMethod(name: string): boolean {
  return ["join", "map", "replace"].includes(name) || Object.hasOwn(OF_TEXTS, name);
}

type Method = (self: string, ...given: string[]) => string;

/** What texts can do that statements are made with. */
const OF_TEXTS: Record<string, Method> = {
  replaceAll: (self, from = "", to = "") => self.replaceAll(from, to),
  trim: (self) => self.trim(),
};

function readMethod(reader: Reader, call: CallExpression, callee: ts.PropertyAccessExpression, scope: Scope): Value[] {
  const name = callee.name.getText();
  const given = call.arguments.map((argument) => reader.values(argument, scope));
  return reader.values(callee.expression, scope).flatMap((self) => {
    if (name === "join") return joined(call, self, given);
    if (name === "map") return [mapped(reader, call, self, given)];
    if (name === "replace") return replaced(call, self, given);
    const method = OF_TEXTS[name];
    return combinations(given).map((texts) =>
      method ? method(textOf(call, self), ...texts.map((text) => textOf(call, text))) : textOf(call, undefined),
    );
  });
}

function joined(call: Node, self: Value, [glues = [","]]: readonly Value[][]): Value[] {
  return combinations(itemsOf(call, self).map((item) => item())).flatMap((texts) =>
    glues.map((glue) => texts.map((text) => textOf(call, text)).join(textOf(call, glue))),
  );
}

function mapped(reader: Reader, call: Node, self: Value, [makers = []]: readonly Value[][]): Value {
  const [maker] = makers;
  if (!isWhole(maker, "function")) throw new Unreadable(call, "calls what is made while the code runs");
  const items = () =>
    itemsOf(call, self).map((item) => () => {
      const [parameter] = parametersOf(maker.node);
      const bound: Scope = new Map([...maker.scope, ...(parameter ? [[parameter, item] as const] : [])]);
      return readReturns(reader, maker.node, bound);
    });
  return { kind: "list", items };
}

function replaced(call: Node, self: Value, [patterns = [], texts = []]: readonly Value[][]): Value[] {
  return combinations([patterns, texts]).map(([from, to]) =>
    textOf(call, self).replace(isWhole(from, "pattern") ? from.pattern : textOf(call, from), textOf(call, to)),
  );
}

function parametersOf(made: Node): readonly ts.ParameterDeclaration[] {
  return (made as { parameters?: readonly ts.ParameterDeclaration[] }).parameters ?? [];
}

/** The scope of a function's body: where it was made, and what each parameter is given by this call. */
function withArguments(
  reader: Reader,
  callee: { node: Node; scope: Scope },
  call: CallExpression,
  scope: Scope,
): Scope {
  const parameters = parametersOf(callee.node);
  const given = call.arguments.flatMap((argument) =>
    ts.isSpreadElement(argument)
      ? reader.values(argument.expression, scope).flatMap((list) => itemsOf(call, list))
      : [() => reader.values(argument, scope)],
  );
  const bound = parameters.map((parameter, index): [Node, () => readonly Value[]] => [
    parameter,
    given[index] ?? (() => (parameter.initializer ? reader.values(parameter.initializer, callee.scope) : [undefined])),
  ]);
  return new Map([...callee.scope, ...bound]);
}

/** What a function may return, by any of its `return`s that its conditions allow. */
function readReturns(reader: Reader, made: Node, scope: Scope): Value[] {
  const body = (made as { body?: Node }).body;
  if (!body) throw new Unreadable(made, "has no body here");
  if (!ts.isBlock(body)) return reader.values(body, scope);
  const { values } = readStatements(reader, body.statements, scope);
  return values;
}

function readStatements(reader: Reader, statements: readonly Node[], scope: Scope): { values: Value[]; ends: boolean } {
  const values: Value[] = [];
  for (const statement of statements) {
    const read = readStatement(reader, statement, scope);
    values.push(...read.values);
    if (read.ends) return { values, ends: true };
  }
  return { values, ends: false };
}

function readStatement(reader: Reader, statement: Node, scope: Scope): { values: Value[]; ends: boolean } {
  if (ts.isReturnStatement(statement))
    return { values: statement.expression ? reader.values(statement.expression, scope) : [undefined], ends: true };
  if (ts.isBlock(statement)) return readStatements(reader, statement.statements, scope);
  if (ts.isThrowStatement(statement)) return { values: [], ends: true };
  if (!ts.isIfStatement(statement)) return { values: [], ends: false };
  const ways = reader.truths(statement.expression, scope).map((holds) => {
    const branch = holds ? statement.thenStatement : statement.elseStatement;
    return branch ? readStatement(reader, branch, scope) : { values: [], ends: false };
  });
  return { values: ways.flatMap((way) => way.values), ends: ways.every((way) => way.ends) };
}
