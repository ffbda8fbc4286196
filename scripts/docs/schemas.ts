import * as z from 'zod'

export type Schema = { [member: string]: unknown }

const asMember = (value: unknown): Schema => Object(value)

/** The JSON Schema (draft 7, as AsyncAPI has it) of a contract, and the named shapes it refers to. */
export const schemaOf = (contract: z.ZodType): { schema: Schema; shapes: Schema } => {
  const drawn = z.toJSONSchema(contract, {
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      // Only strict shapes refuse a member they do not know; events gain members.
      const { def } = zodSchema._zod
      if (def.type === 'object' && !('catchall' in def && def.catchall !== undefined))
        delete jsonSchema.additionalProperties
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern // a page of digits that says `date` once more
    },
  })
  const { $schema: _draft, definitions, ...schema } = asMember(moved(drawn))
  return { schema, shapes: asMember(definitions) }
}

const moved = (drawn: unknown): unknown =>
  JSON.parse(JSON.stringify(drawn).replaceAll('"#/definitions/', '"#/components/schemas/'))
