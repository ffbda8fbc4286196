import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkout } from '../folders.ts'
import { screens, sizes } from '../screens.ts'

test('the page of screenshots shows each screen in both sizes, and nothing else lies beside them', () => {
  const wanted = screens.flatMap(({ file }) => sizes.map(({ width }) => `${file}-${width}.png`))
  expect(readdirSync(`${checkout}docs/screens`).toSorted()).toEqual(wanted.toSorted())
  const page = readFileSync(`${checkout}docs/screens.md`, 'utf8')
  expect(wanted.filter((name) => !page.includes(`(screens/${name})`))).toEqual([])
})

test('a picture has the size of its screen and is small', () => {
  for (const { file } of screens)
    for (const { width, height } of sizes) {
      const png = readFileSync(`${checkout}docs/screens/${file}-${width}.png`)
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height])
      expect(png.length).toBeLessThan(200_000)
    }
})
