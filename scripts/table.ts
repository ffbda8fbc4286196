/** Columns side by side, for people; the first row is the heading. */
export const table = (rows: string[][]): string => {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()).join('\n')
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`)

/** Every command ends like this when something is wrong: its one sentence, and exit code 1. */
export const orSayWhy = async (work: () => Promise<void> | void): Promise<void> => {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
