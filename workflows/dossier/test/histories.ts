import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { WorkflowHandle } from '@temporalio/client'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'

const folder = new URL('histories/', import.meta.url)

/**
 * Keeps a story for good when RECORD_HISTORIES is set. Kept ones are only added to: each is a dossier that some version of
 * the workflow was conducting, and every later version must be able to go on with it.
 */
export const keepHistory = async (name: string, handle: WorkflowHandle): Promise<void> => {
  const version = process.env['RECORD_HISTORIES']
  if (version === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(`${name}.${version}.json`, folder), `${historyToJSON(await handle.fetchHistory())}\n`)
}

export const keptHistories = () =>
  readdirSync(folder).map((file) => ({
    workflowId: file.replace('.json', ''),
    history: historyFromJSON(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  }))
