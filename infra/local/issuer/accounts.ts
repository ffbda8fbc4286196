import { readFileSync } from 'node:fs'
import { CallerKind, Subject } from '@dossier/contracts/actor'
import * as z from 'zod'

/** Somebody who may have a token here: `officer:<id>` or `citizen:<id>`, and what to call them in a list. */
export const Account = z.object({ account: Subject, name: z.string().optional(), mandate: z.string().optional() })
export type Account = z.infer<typeof Account>

/** The accounts in a JSON list (of texts, or of objects with `account`); without a file anybody with a well-formed id. */
export const openAccounts = (file: string | undefined) => {
  // Read each time: seeding writes the list while we run.
  const read = () => (file === undefined ? [] : readList(file))
  return {
    all: read,
    find: (account: string): Account | undefined => {
      const known = file === undefined ? Account.safeParse({ account }).data : read().find((a) => a.account === account)
      return known !== undefined && kindOf(known.account) !== 'service' ? known : undefined
    },
  }
}

const List = z.array(z.union([Subject.transform((account) => ({ account })), Account]))
const readList = (file: string): Account[] => {
  try {
    return List.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`ACCOUNTS_FILE ${file} holds no list of accounts like ["officer:7"]`, { cause })
  }
}

export const kindOf = (account: string): CallerKind => CallerKind.parse(account.slice(0, account.indexOf(':')))
