import type { Field } from '@dossier/domain/form-fields'
import { expect, test } from 'vitest'
import { inOrder } from '../src/form/in-order.ts'

const text = (name: string): Field => ({
  name,
  title: name,
  isRequired: true,
  kind: 'text',
  isLong: false,
  longest: undefined,
})
const fields: Field[] = [
  { name: 'applicant', title: 'a', isRequired: true, kind: 'group', fields: [text('phone'), text('name')] },
  {
    name: 'lines',
    title: 'l',
    isRequired: true,
    kind: 'list',
    item: { name: 'item', title: 'i', isRequired: true, kind: 'group', fields: [text('code')] },
    atLeast: 1,
    atMost: undefined,
  },
  text('purpose'),
]

test('what is wrong is told in the order of the form, and what is not of the form after it', () => {
  const told = ['payments/fee', 'form/purpose', 'form/lines/10/code', 'form/applicant/name', 'form/applicant/phone']
  const defects = told.map((at) => ({ pointer: `#/body/${at}` }))
  expect(inOrder(fields, defects).map(({ pointer }) => pointer.replace('#/body/', ''))).toEqual([
    'form/applicant/phone',
    'form/applicant/name',
    'form/lines/10/code',
    'form/purpose',
    'payments/fee',
  ])
})
