import Ajv from 'ajv/dist/2020'
import { describe, expect, it } from 'vitest'
import { endpoints } from './endpoints/index'
import { openApiDocument } from './openapi'

type Operation = {
  operationId: string
  parameters: { name: string; in: string; required?: boolean }[]
  requestBody?: unknown
}
const document = openApiDocument() as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}
const text = JSON.stringify(document)

describe('the OpenAPI document', () => {
  it('holds JSON Schema of its dialect alone', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    for (const [name, schema] of Object.entries(document.components.schemas))
      expect([name, ajv.validateSchema(schema), ajv.errors]).toEqual([name, true, null])
  })

  it('names nothing that it does not hold', () => {
    const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(refs.length).toBeGreaterThan(50)
    for (const path of refs) {
      const found = path
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
      expect([path, typeof found]).toEqual([path, 'object'])
    }
  })

  it('says of every endpoint what stands in its path, and what it takes', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      endpoints.map(({ name }) => name).sort(),
    )
    for (const { path, method, operation } of operations) {
      const inPath = operation.parameters.filter((one) => one.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
      if (method === 'patch') expect(operation.requestBody).toBeDefined()
    }
  })

  it('has each kind of entry, with the fields that only some have', () => {
    const entry = JSON.stringify(document.components.schemas.EntryInput)
    for (const word of ['"open_letter"', '"rally"', '"details"', '"crowd"', '"appearances"'])
      expect(entry).toContain(word)
  })

  it('says of no field of a request that it is always sent', () => {
    for (const { body } of endpoints)
      if (body)
        expect(JSON.stringify(document.components.schemas[body.name])).not.toContain('"default":')
  })
})
