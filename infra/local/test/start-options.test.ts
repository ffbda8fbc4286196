import { expect, test } from 'vitest'
import { startOptions } from '../../../scripts/start-options.ts'

const options = (line: string) => startOptions(line.split(' ').filter(Boolean))

test('without options the real stack is started, as it stands', () => {
  expect(options('')).toEqual({ name: 'real', clock: { mode: 'real' }, clean: false })
})

test('a stack with a time of its own has a name and data of its own', () => {
  expect(options('--clock driven')).toMatchObject({ name: 'driven' })
  expect(options('--clock scaled --speed 86400')).toMatchObject({ name: 'scaled', clock: { speed: 86_400 } })
  expect(options('--clock=driven --name x --clean')).toMatchObject({ name: 'x', clean: true })
})

test('a time without zone is Vietnam’s', () => {
  const at = (text: string) => options(`--clock driven --at ${text}`).clock
  expect(at('2021-04-12T07:00')).toEqual({ mode: 'driven', at: '2021-04-12T00:00:00.000Z' })
  expect(at('2021-04-12')).toEqual({ mode: 'driven', at: '2021-04-11T17:00:00.000Z' })
  expect(at('2021-04-12T07:00:30Z')).toEqual({ mode: 'driven', at: '2021-04-12T07:00:30.000Z' })
})

test.each([
  ['--clokc driven', "Unknown option '--clokc'. npm start knows"],
  ['driven', 'npm start knows'],
  ['--clock fast', '--clock fast is unknown: use real, scaled or driven'],
  ['--at 2021-04-12', '--at goes with'],
  ['--clock driven --at 12.4.2021', '--at 12.4.2021 is no time'],
  ['--clock driven --at 2021-13-12', '--at 2021-13-12 is no time'],
  ['--clock driven --speed 3', '--speed goes with --clock scaled'],
  ['--clock scaled --speed 0', '--speed 0 is no speed'],
  ['--name ../x', 'A stack cannot be named "../x"'],
])('npm start -- %s is refused in one sentence', (line, sentence) => {
  expect(() => options(line)).toThrow(sentence)
})
