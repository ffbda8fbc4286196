import { parentPort } from 'node:worker_threads'
import { DocumentProblem } from './document-problem.ts'
import type { Asked, Set } from './printer.ts'
import { makeTypesetter } from './typesetter.ts'

const typeset = makeTypesetter()

parentPort?.on('message', ({ id, letter }: Asked) => {
  const answer = (set: Set) => parentPort?.postMessage(set)
  try {
    answer({ id, page: typeset(letter) })
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error
    const { code, vi, en } = error
    answer({ id, problem: { code, vi, en } })
  }
})
