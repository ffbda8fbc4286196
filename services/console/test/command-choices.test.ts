import { DossierCommand } from '@dossier/contracts/dossier-command'
import { Defect } from '@dossier/contracts/dossier-event'
import { expect, test } from 'vitest'
import { commandOf, fieldsOf, kindsOfDefect } from '../src/officer/command-fields.ts'

const action = (command: string) => ({ command, about: null, role: '', organisation: '', refused: null })
const types = DossierCommand.options.map(({ shape }) => shape.type.value)

test.each(types)('what is offered for %s is what the ledger takes', (command) => {
  for (const field of fieldsOf(action(command))) {
    const offered = field.is === 'choice' ? field.choices : []
    for (const choice of offered) {
      const { error } = DossierCommand.safeParse(commandOf(action(command), { [field.name]: choice }))
      expect((error?.issues ?? []).filter(({ path }) => path[0] === field.name)).toEqual([])
    }
  }
})

test('everything that may be wrong with a paper is offered, and nothing else', () => {
  expect(kindsOfDefect).toEqual(Defect.shape.defect.options)
  const defects = kindsOfDefect.map((defect) => ({ component: '01', defect }))
  const command = commandOf(action('RequestSupplement'), { defects, note: 'Bổ sung.' })
  expect(DossierCommand.safeParse(command).success).toBe(true)
})
