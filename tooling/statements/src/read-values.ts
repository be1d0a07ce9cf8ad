import type { BindingElement, CallExpression, Node, ParameterDeclaration } from "typescript/unstable/ast";
import * as ts from "typescript/unstable/ast";
import type { Source } from "./program.ts";
import { declarationOf, declarationOfSymbol } from "./program.ts";
import { readCall } from "./read-calls.ts";
import type { Item, Reader, Scope, Value } from "./values.ts";
import { combinations, distinct, isWhole, itemsOf, textOf, Unreadable } from "./values.ts";

/**
 * What a constant expression may be, read from the code without running it: literals, templates and what they are
 * composed of, through constants, imports, parameters (at all calls of their function) and small functions. Where a
 * condition decides it is both. Throws `Unreadable` at what only running tells.
 */
export function readValues(source: Source, node: Node, scope: Scope): Value[] {
  return distinct(read(source, node, scope));
}

function read(source: Source, node: Node, scope: Scope): Value[] {
  const again = (inner: Node) => readValues(source, inner, scope);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isNumericLiteral(node)) return [Number(node.text)];
  if (node.kind === ts.SyntaxKind.NullKeyword) return [null];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [true];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [false];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return again(node.expression);
  if (ts.isTemplateExpression(node))
    return combinations(node.templateSpans.map(({ expression }) => again(expression))).map((values) =>
      values.reduce<string>(
        (text, value, index) => text + textOf(node, value) + (node.templateSpans[index]?.literal.text ?? ""),
        node.head.text,
      ),
    );
  if (ts.isConditionalExpression(node))
    return truths(source, node.condition, scope).flatMap((holds) => again(holds ? node.whenTrue : node.whenFalse));
  if (ts.isBinaryExpression(node)) return readBinary(node, again);
  if (ts.isObjectLiteralExpression(node)) return [{ kind: "object", node, scope }];
  if (ts.isArrayLiteralExpression(node)) return [{ kind: "list", items: () => elementsOf(source, node, scope) }];
  if (ts.isRegularExpressionLiteral(node)) return [{ kind: "pattern", pattern: patternOf(node.text) }];
  if (isFunction(node)) return [{ kind: "function", node, scope }];
  if (ts.isPropertyAccessExpression(node))
    return again(node.expression).flatMap((whole) => propertyOf(source, node, whole, node.name.getText()));
  if (ts.isElementAccessExpression(node)) return readElement(source, node, scope);
  if (ts.isCallExpression(node)) return readCall(readerOf(source), node, scope);
  if (ts.isIdentifier(node)) return readName(source, node, scope);
  throw new Unreadable(node, "is made while the code runs");
}

function isFunction(node: Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);
}

function readBinary(node: ts.BinaryExpression, again: (inner: Node) => Value[]): Value[] {
  const kind = node.operatorToken.kind;
  if (kind === ts.SyntaxKind.PlusToken)
    return combinations([again(node.left), again(node.right)]).map((pair) =>
      pair.map((value) => textOf(node, value)).join(""),
    );
  if (kind === ts.SyntaxKind.QuestionQuestionToken)
    return again(node.left).flatMap((value) => (value == null ? again(node.right) : [value]));
  if (kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken)
    return combinations([again(node.left), again(node.right)]).map(
      ([left, right]) => (left === right) === (kind === ts.SyntaxKind.EqualsEqualsEqualsToken),
    );
  throw new Unreadable(node, "is made while the code runs");
}

/** Whether a condition holds; both, where only running tells. */
function truths(source: Source, condition: Node, scope: Scope): boolean[] {
  try {
    return [...new Set(readValues(source, condition, scope).map(Boolean))];
  } catch (error) {
    if (error instanceof Unreadable) return [true, false];
    throw error;
  }
}

function readName(source: Source, name: Node, scope: Scope): Value[] {
  if (name.getText() === "undefined") return [undefined];
  const declaration = declarationOf(source, name);
  if (!declaration) throw new Unreadable(name, "is declared nowhere");
  return readDeclaration(source, name, declaration, scope);
}

function readDeclaration(source: Source, name: Node, declaration: Node, scope: Scope): Value[] {
  const known = scope.get(declaration);
  if (known) return [...known()];
  if (ts.isFunctionDeclaration(declaration)) return [{ kind: "function", node: declaration, scope }];
  if (ts.isParameterDeclaration(declaration)) return readParameter(source, declaration);
  if (ts.isBindingElement(declaration)) return readBinding(source, declaration, scope);
  if (ts.isVariableDeclaration(declaration) && declaration.initializer && isConstant(declaration))
    return readValues(source, declaration.initializer, scope);
  throw new Unreadable(name, "changes while the code runs");
}

function isConstant(declaration: Node): boolean {
  return (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
}

/** A parameter is what its function is called with: one of the literals that its type names, or the argument of each call. */
function readParameter(source: Source, parameter: ParameterDeclaration): Value[] {
  const { checker } = source;
  const literals = literalsOf(source, parameter);
  if (literals) return literals;
  const owner = parameter.parent;
  const index = (owner as { parameters?: readonly Node[] }).parameters?.indexOf(parameter) ?? -1;
  const calls = checker.getSignatureUsage(owner).map(({ call }) => call?.resolve());
  const found = calls.filter((call): call is CallExpression => call !== undefined && ts.isCallExpression(call));
  if (found.length === 0) throw new Unreadable(parameter, "comes from callers that nobody finds");
  if (source.beingRead.has(parameter)) throw new Unreadable(parameter, "comes from itself");
  source.beingRead.add(parameter);
  try {
    return found.flatMap((call) => {
      const argument = call.arguments[index] ?? parameter.initializer;
      return argument ? readValues(source, argument, new Map()) : [undefined];
    });
  } finally {
    source.beingRead.delete(parameter);
  }
}

function literalsOf({ checker }: Source, node: Node): Value[] | undefined {
  const type = checker.getTypeAtLocation(node);
  const members = type?.isUnionType() ? (type.getTypes() ?? []) : type ? [type] : [];
  const values = members.map((member): Value => {
    if (member.isStringLiteralType() || member.isNumberLiteralType() || member.isBooleanLiteralType())
      return member.value;
    return checker.typeToString(member) === "null" ? null : { kind: "object", node, scope: new Map() };
  });
  return values.length > 0 && values.every((value) => !isWhole(value, "object")) ? values : undefined;
}

/** `{ sql }` of a parameter or a constant, and `{ to }` of the rows that a loop goes through. */
function readBinding(source: Source, binding: BindingElement, scope: Scope): Value[] {
  const literals = literalsOf(source, binding);
  if (literals) return literals;
  const pattern = binding.parent;
  const key = (binding.propertyName ?? binding.name)?.getText() ?? "";
  return wholesOf(source, pattern.parent, scope).flatMap((whole) => {
    if (!ts.isArrayBindingPattern(pattern)) return propertyOf(source, binding, whole, key);
    const item = itemsOf(binding, whole)[pattern.elements.indexOf(binding)];
    return item ? item() : [undefined];
  });
}

function wholesOf(source: Source, declaration: Node, scope: Scope): Value[] {
  const known = scope.get(declaration);
  if (known) return [...known()];
  const loop = declaration.parent?.parent;
  if (loop && ts.isForOfStatement(loop) && ts.isVariableDeclaration(declaration))
    return readValues(source, loop.expression, scope).flatMap((list) =>
      itemsOf(declaration, list).flatMap((item) => [...item()]),
    );
  return readDeclaration(source, declaration, declaration, scope);
}

/** A part of an object: of the last place that names it, which may be another object that is spread in. */
function propertyOf(source: Source, node: Node, whole: Value, key: string): Value[] {
  if (!isWhole(whole, "object") || !ts.isObjectLiteralExpression(whole.node))
    throw new Unreadable(node, "is part of something that is made while the code runs");
  for (const property of whole.node.properties.toReversed()) {
    if (ts.isSpreadAssignment(property)) {
      const found = readValues(source, property.expression, whole.scope).flatMap((inner) =>
        inner == null ? [undefined] : propertyOf(source, node, inner, key),
      );
      if (found.some((value) => value !== undefined)) return found;
    } else if (nameOf(property) === key) return readProperty(source, property, whole.scope);
  }
  return [undefined];
}

function readProperty(source: Source, property: ts.ObjectLiteralElementLike, scope: Scope): Value[] {
  if (ts.isPropertyAssignment(property)) return readValues(source, property.initializer, scope);
  if (ts.isMethodDeclaration(property)) return [{ kind: "function", node: property, scope }];
  const symbol = source.checker.getShorthandAssignmentValueSymbol(property);
  const declaration = symbol && declarationOfSymbol(source.checker, symbol);
  if (!declaration) throw new Unreadable(property, "is made while the code runs");
  return readDeclaration(source, property, declaration, scope);
}

function propertiesOf(source: Source, node: Node, whole: Value): (readonly [name: string, value: Item])[] {
  if (!isWhole(whole, "object") || !ts.isObjectLiteralExpression(whole.node))
    throw new Unreadable(node, "is part of something that is made while the code runs");
  return whole.node.properties.map((property) => [
    nameOf(property),
    () => propertyOf(source, node, whole, nameOf(property)),
  ]);
}

function nameOf(property: ts.ObjectLiteralElementLike): string {
  const name = ts.isSpreadAssignment(property) ? undefined : property.name;
  return name?.getText().replaceAll(/^["']|["']$/g, "") ?? "";
}

/** What a list holds; `...of` another list are that list's. */
function elementsOf(source: Source, list: ts.ArrayLiteralExpression, scope: Scope): Item[] {
  return list.elements.flatMap((element) =>
    ts.isSpreadElement(element)
      ? readValues(source, element.expression, scope).flatMap((inner) => itemsOf(element, inner))
      : [() => readValues(source, element, scope)],
  );
}

function patternOf(text: string): RegExp {
  const end = text.lastIndexOf("/");
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

/** `TABLE[key]`: every entry, unless the key is known. */
function readElement(source: Source, node: ts.ElementAccessExpression, scope: Scope): Value[] {
  const wholes = readValues(source, node.expression, scope);
  return wholes.flatMap((whole) => {
    if (isWhole(whole, "list")) return itemsOf(node, whole).flatMap((item) => [...item()]);
    return propertiesOf(source, node, whole).flatMap(([, value]) => [...value()]);
  });
}

function readerOf(source: Source): Reader {
  return {
    values: (node, scope) => readValues(source, node, scope),
    properties: (node, whole) => propertiesOf(source, node, whole),
    truths: (condition, scope) => truths(source, condition, scope),
  };
}
