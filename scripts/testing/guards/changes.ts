import ts from 'typescript'
import { comparisonsIn, conditionsIn, masked, policiesIn } from './sql'

/** Characters of a text that are replaced. */
export type Edit = { start: number; end: number; text: string }

/** One small fault that could be put into a file. */
export type Change = Edit & { kind: ChangeKind; line: number; before: string }

/** What is made weaker. */
export const changeKinds = [
  'condition of a where',
  'rule of consent, lens or policy',
  'authorization call',
  'comparison',
  'check',
  'limit',
  'row security',
] as const
type ChangeKind = (typeof changeKinds)[number]

/** Functions that give back less than they were given: what is left is their first argument. */
const PASSING = /^(withhold\w*|nameFor|stricter|askable|toTown|clean|names)$/
/** Functions that say whether something may be shown or done. */
const ALLOWING = /^(shows\w*|has|countsDays|may[A-Z]\w*|is(Allowed|Recent|Reachable|Trusted)\w*)$/
/** Functions that give a condition for the database. */
const NARROWING = /(VisibleTo|WritableBy|RestorableBy)$/
/** Functions that throw where something may not be done. */
const REFUSING = /^(require|ensure|assert|refuse|checkMay|countAttempt)\w*$/
const LIMIT = /(limit|most|longest|max|patience)/i

/** Every change that can be made to the text of a TypeScript file. */
export function changesOf(name: string, text: string): Change[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true)
  const found: Change[] = []
  const add = (kind: ChangeKind, { start, end, text: next }: Edit) => {
    const before = text.slice(start, end)
    const line = file.getLineAndCharacterOfPosition(start).line + 1
    if (before !== next) found.push({ kind, start, end, text: next, line, before })
  }
  const replace = (kind: ChangeKind, node: ts.Node, next: string) =>
    add(kind, { start: node.getStart(file), end: node.getEnd(), text: next })

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (isWhere(node)) dropEach(node)
    if (ts.isTaggedTemplateExpression(node) && isSql(node.tag)) changeSql(node)
    if (ts.isCallExpression(node)) changeCall(node)
    if (ts.isBinaryExpression(node)) changeBinary(node)
    if (ts.isIfStatement(node))
      replace(forbids(node) ? 'authorization call' : 'check', node.expression, 'false')
    if (ts.isVariableDeclaration(node)) changeLimit(node)
    ts.forEachChild(node, visit)
  }

  // Each property of a condition, and each part of an AND or OR, goes alone.
  const dropEach = (where: ts.ObjectLiteralExpression): void => {
    for (const property of where.properties) {
      const list = ts.isPropertyAssignment(property) && property.initializer
      if (list && ts.isArrayLiteralExpression(list)) {
        for (const part of list.elements) replace('condition of a where', part, '{}')
      } else if (!/^(workspaceId|id)$/.test(property.name?.getText(file) ?? '')) {
        const start = property.getStart(file)
        const comma = text.slice(property.getEnd()).match(/^\s*,/)?.[0].length ?? 0
        add('condition of a where', { start, end: property.getEnd() + comma, text: '' })
      }
    }
  }

  const changeSql = ({ template }: ts.TaggedTemplateExpression): void => {
    const start = template.getStart(file) + 1
    let sql = text.slice(start, template.getEnd() - 1)
    if (ts.isTemplateExpression(template))
      for (const { expression } of template.templateSpans) {
        const [from, to] = [expression.getFullStart() - start, expression.getEnd() - start]
        sql = sql.slice(0, from) + masked(to - from) + sql.slice(to)
      }
    const shifted = (edit: Edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })
    for (const edit of conditionsIn(sql)) add('condition of a where', shifted(edit))
    for (const edit of comparisonsIn(sql)) add('comparison', shifted(edit))
    if (ts.isArrayLiteralExpression(template.parent.parent))
      add('condition of a where', { start, end: template.getEnd() - 1, text: 'true' })
  }

  const changeCall = (call: ts.CallExpression): void => {
    const called = ts.isPropertyAccessExpression(call.expression)
      ? call.expression.name.text
      : call.expression.getText(file)
    const [first] = call.arguments
    const rule = 'rule of consent, lens or policy'
    const statement = ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent
    if (REFUSING.test(called) && ts.isExpressionStatement(statement))
      replace('authorization call', statement, '')
    else if (PASSING.test(called) && first) replace(rule, call, first.getText(file))
    else if (ALLOWING.test(called)) replace(rule, call, 'true')
    else if (NARROWING.test(called)) replace(rule, call, '{}')
    else if (called === 'visibleSql') replace(rule, call, 'Prisma.sql`true`')
    else if (called === 'includes' && /rules/.test(call.getText(file))) replace(rule, call, 'true')
  }

  const changeBinary = (node: ts.BinaryExpression): void => {
    const { left, right, operatorToken } = node
    const moved = MOVED.get(operatorToken.kind)
    if (moved) replace('comparison', operatorToken, moved)
    if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && isCondition(node)) {
      replace('check', node, left.getText(file))
      replace('check', node, right.getText(file))
    }
  }

  const changeLimit = ({ name: variable, initializer }: ts.VariableDeclaration): void => {
    if (initializer && ts.isNumericLiteral(initializer) && LIMIT.test(variable.getText(file)))
      replace('limit', initializer, `${initializer.getText(file)}000`)
  }

  ts.forEachChild(file, visit)
  return found
}

/** Every change to the row security of a migration. */
export function changesOfMigration(sql: string): Change[] {
  return policiesIn(sql).map((edit) => ({
    ...edit,
    kind: 'row security',
    line: sql.slice(0, edit.start).split('\n').length,
    before: sql.slice(edit.start, edit.end),
  }))
}

/** The text with the change made. */
export function changed(text: string, { start, end, text: next }: Edit): string {
  return text.slice(0, start) + next + text.slice(end)
}

const MOVED = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
])

// Whether a condition refuses somebody for who they are.
function forbids({ thenStatement }: ts.IfStatement): boolean {
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement
  if (!last || !ts.isThrowStatement(last) || !ts.isNewExpression(last.expression)) return false
  const code = last.expression.arguments?.[0]
  return code !== undefined && ts.isStringLiteral(code) && code.text === 'forbidden'
}

function isSql(tag: ts.Expression): boolean {
  return /(sql|queryRaw|executeRaw)$/.test(tag.getText().replace(/<[^]*$/, ''))
}

// The value of `where`, and what a function of the policy gives back.
function isWhere(node: ts.Node): node is ts.ObjectLiteralExpression {
  if (!ts.isObjectLiteralExpression(node)) return false
  const { parent } = node
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'where'
  if (!ts.isReturnStatement(parent)) return false
  let outer: ts.Node = parent
  while (!ts.isFunctionLike(outer) && outer.parent) outer = outer.parent
  return ts.isFunctionLike(outer) && /WhereInput/.test(outer.type?.getText() ?? '')
}

// A part of a condition, not of what a page shows or an object spreads.
function isCondition(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent) || ts.isBinaryExpression(parent))
    return isCondition(parent)
  return (
    ts.isIfStatement(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  )
}
