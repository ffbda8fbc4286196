import { readdirSync, readFileSync } from 'node:fs'
import { DueDateCertificate } from '../packages/contracts/src/due-date-certificate.ts'
import { Organisation } from '../packages/contracts/src/organisation.ts'
import { ProcedureVersion } from '../packages/contracts/src/procedure.ts'
import { type CertificateNames, dueDateLetter } from '../packages/documents/src/due-date-certificate.ts'
import { makeTypesetter } from '../packages/documents/src/typesetter.ts'
import { explanationsIn } from '../packages/domain/src/due-date-certificate.ts'
import { checkout } from '../infra/local/folders.ts'

const data = `${checkout}services/catalogue/data/`

/** A certificate as its page, with the names the catalogue's files have for its codes; a code without a name stays one. */
export const certificatePdf = (content: unknown): Uint8Array => {
  const certificate = DueDateCertificate.parse(content)
  const explanations = explanationsIn(certificate)
  return makeTypesetter()(dueDateLetter({ certificate, explanations, names: namesFor(certificate) }))
}

const namesFor = ({ dossier, procedureVersion }: DueDateCertificate): CertificateNames => {
  const organisations = filesOf('organisations').flatMap((rows) => Organisation.array().parse(rows))
  const version = filesOf('procedures').find((one) => Object(one).id === procedureVersion)
  // A dossier's code begins with that of the authority whose desk minted it.
  const minting = dossier.replace(/-\d{6}-\d+$/, '')
  const authority = organisations.find(({ code }) => code === minting)?.name ?? minting
  const desk = organisations.find(({ mintsAs }) => mintsAs === minting)?.name ?? authority
  const procedure = version === undefined ? procedureVersion : ProcedureVersion.parse(version).name
  const units = Object.fromEntries(organisations.map(({ code, name }) => [code, name]))
  return { procedure, authority, desk, units }
}

const filesOf = (kind: string): unknown[] =>
  readdirSync(`${data}${kind}`)
    .filter((name) => name.endsWith('.json'))
    .map((name): unknown => JSON.parse(readFileSync(`${data}${kind}/${name}`, 'utf8')))
