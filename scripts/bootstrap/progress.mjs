import { lstatSync, readdirSync } from 'node:fs'

// To stderr: stdout belongs to the command, whose output may be piped.
const { stderr } = process

/** A line when something begins and ends, and in between how far it is: redrawn on a terminal, now and then in a log. */
export const progress = () => {
  const started = Date.now()
  const open = new Map()
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
  const write = (line) => stderr.write(stderr.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`)
  const show = () => {
    if (open.size === 0) return
    const state = [...open].map(([title, count]) => `${title} ${count()}`).join(' · ')
    const line = `  ${seconds()}: ${state}`
    stderr.write(stderr.isTTY ? `\r\x1b[K${line.slice(0, (stderr.columns || 80) - 1)}` : `${line}\n`)
  }
  const timer = setInterval(show, stderr.isTTY ? 200 : 5_000)
  return {
    begin: (title, size, count) => {
      write(`fetching ${title} (${size})`)
      open.set(title, count)
      return () => {
        open.delete(title)
        write(`  have ${title} after ${seconds()}`)
      }
    },
    end: () => {
      clearInterval(timer)
      if (stderr.isTTY) stderr.write('\r\x1b[K')
    },
  }
}

export const filesIn = (folder) => entries(folder).length

export const megabytesIn = (folder) => Math.round(bytesIn(folder) / 1e6)

const bytesIn = (folder) =>
  entries(folder).reduce((sum, entry) => {
    const path = `${folder}/${entry.name}`
    return sum + (entry.isDirectory() ? bytesIn(path) : sizeOf(path))
  }, 0)

// What is being fetched moves about while we look.
const entries = (folder) => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

const sizeOf = (path) => {
  try {
    return lstatSync(path).size
  } catch {
    return 0
  }
}
