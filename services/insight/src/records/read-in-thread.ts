import { parentPort, workerData } from 'node:worker_threads'
import { type Errand, runErrand } from './read-records.ts'

const errand: Errand = workerData
parentPort?.postMessage(await runErrand(errand))
