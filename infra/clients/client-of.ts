import openapiTs, { astToString } from 'openapi-typescript'

/**
 * The types of a service's client, from its OpenAPI document. A package of its own because the generator needs an older
 * TypeScript than the product is written in. In the order of the alphabet, so that a new schema moves no other line.
 */
export const clientOf = async (document: string): Promise<string> => {
  const drawn = astToString(await openapiTs(document, { alphabetize: true }))
  return `// Written by \`npm run clients\` from the service's OpenAPI document; a test compares them.\n${drawn}`
}
