import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { accessTable } from '@/server/testing/access-table'

/** For each action, as a line: what it calls of server/, with whom that lets in. */
export function calledByActions(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join('app', name), 'utf8')
      return /^'use server'$/m.test(text) ? actionsIn(name, text) : []
    })
}

function actionsIn(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const imported = importsOf(source)
  const bodies = new Map<string, ts.Node>()
  const actions: string[] = []
  for (const statement of source.statements) {
    for (const [declared, body] of declarationsIn(statement)) {
      bodies.set(declared, body)
      if (isExported(statement)) actions.push(declared)
    }
  }
  return actions.map((action) => {
    const used = new Set<string>()
    gather(action, { bodies, used })
    const calls = [...used].map((one) => imported.get(one)).filter((one) => one !== undefined)
    return `${name.replace(/\.tsx?$/, '')}.${action}: ${calls.sort().join(', ') || 'nothing'}`
  })
}

/** What comes from server/, by its name here: as the table of all access names it, with its role. */
function importsOf(source: ts.SourceFile): Map<string, string> {
  const imported = new Map<string, string>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue
    const from = (statement.moduleSpecifier as ts.StringLiteral).text
    const names = statement.importClause?.namedBindings
    if (!from.startsWith('@/server/') || !names || !ts.isNamedImports(names)) continue
    for (const { name, propertyName } of names.elements) {
      const full = `${from.slice('@/server/'.length)}.${(propertyName ?? name).text}`
      const row = accessTable[full]
      if (!row && !/^[a-z-]+\/[\w/-]+\.[a-z]/.test(full)) continue
      if (!row && /^auth\/viewer\.|Schema$/.test(full)) continue
      imported.set(name.text, row ? `${full} (${row.least})` : full)
    }
  }
  return imported
}

function declarationsIn(statement: ts.Statement): [string, ts.Node][] {
  if (ts.isFunctionDeclaration(statement) && statement.name)
    return [[statement.name.text, statement]]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.map((one) => [one.name.getText(), one])
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

/** The names that a declaration uses, and those that the functions beside it use for it. */
function gather(
  name: string,
  { bodies, used }: { bodies: Map<string, ts.Node>; used: Set<string> },
): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !used.has(node.text)) {
      used.add(node.text)
      if (bodies.has(node.text)) gather(node.text, { bodies, used })
    }
    ts.forEachChild(node, visit)
  }
  const body = bodies.get(name)
  if (body) visit(body)
}
