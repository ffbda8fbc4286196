import { readFileSync } from 'node:fs'
import { PostalClasses } from '@dossier/contracts/postal-class'

/** Reads `data/postal-classes.json`. Throws where it does not fit. */
export const readPostalClasses = (): PostalClasses =>
  PostalClasses.parse(JSON.parse(readFileSync(new URL('../data/postal-classes.json', import.meta.url), 'utf8')))
