import type { OrganisationTree } from '@dossier/domain/organisations'
import { createServer, type ServerOptions } from '@dossier/platform/http'
import type { Preparing } from './queue/prepare.ts'
import { controlSheetRoutes, type ControlSheets } from './routes/control-sheet.ts'
import { type FailedLetters, failedLetterRoutes } from './routes/failed-letters.ts'
import { type LetterReading, letterRoutes } from './routes/letters.ts'
import { type PaperSamples, paperSampleRoutes } from './routes/paper-samples.ts'
import { type Registers, registerRoutes } from './routes/registers.ts'
import { callBackRoutes } from './routes/call-backs.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { operations } from './routes/operations.ts'
import { resendRoutes } from './routes/resend.ts'
import { templateRoutes } from './routes/templates.ts'
import { undeliveredRoutes } from './routes/undelivered.ts'
import type { Books } from './words/say.ts'

export type Deps = Preparing & {
  books: Books
  tree: () => OrganisationTree
  /** Told when a message has come into the queue. */
  heard: () => void
  callBackSecret: string
  /** What letters are made of; without it there are no routes of letters. */
  letters?: LetterReading & FailedLetters & Registers & ControlSheets & PaperSamples
}

export const buildApp = (deps: Deps, options?: ServerOptions) => {
  const { letters } = deps
  const app = createServer({ name: 'notifications', ...options })
    .register(templateRoutes, deps)
    .register(inboxRoutes, deps)
    .register(undeliveredRoutes, deps)
    .register(callBackRoutes, deps)
    .register(operations, deps)
    .register(resendRoutes, deps)
  if (letters === undefined) return app
  return app
    .register(letterRoutes, letters)
    .register(failedLetterRoutes, letters)
    .register(registerRoutes, letters)
    .register(controlSheetRoutes, letters)
    .register(paperSampleRoutes, letters)
}
