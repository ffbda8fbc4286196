import { AlarmKind, DossierState } from '@dossier/contracts/dossier'
import { DossierCommand } from '@dossier/contracts/dossier-command'
import { Defect, DossierEvent } from '@dossier/contracts/dossier-event'
import { FeedbackMatter } from '@dossier/contracts/feedback'
import { LetterKind } from '@dossier/contracts/letter'
import { Role } from '@dossier/contracts/organisation'
import { Custodian, ParcelEvent } from '@dossier/contracts/parcel'
import { LimitUnit } from '@dossier/contracts/time'
import { permissions } from '@dossier/domain/permissions'
import { expect, test } from 'vitest'
import { en as citizenEn } from '../src/citizen/words-en.ts'
import { vi as citizen } from '../src/citizen/words-vi.ts'
import { en as dossierEn } from '../src/dossier/words-en.ts'
import { vi as dossier } from '../src/dossier/words-vi.ts'
import { en as frameEn } from '../src/frame/words-en.ts'
import { vi as frame } from '../src/frame/words-vi.ts'
import { en as officerEn } from '../src/officer/words-en.ts'
import { vi as officer } from '../src/officer/words-vi.ts'
import { en as postEn } from '../src/post/words-en.ts'
import { vi as post } from '../src/post/words-vi.ts'

const opened = ParcelEvent.options.flatMap((one) =>
  one.shape.type.value === 'IncidentOpened' && 'what' in one.shape && 'options' in one.shape.what
    ? one.shape.what.options.map(String)
    : [],
)
// Nobody presses a button for what the system alone may do.
const pressed = DossierCommand.options
  .map(({ shape }) => shape.type.value)
  .filter((type) =>
    permissions[type].some(({ roles }) => roles.some((role) => role !== 'system' && role !== 'applicant')),
  )

test.each([
  ['lines of the record', DossierEvent.options.map(({ shape }) => shape.type.value), frame.events, frameEn.events],
  ['states', DossierState.options, dossier.states, dossierEn.states],
  ['alarms', AlarmKind.options, dossier.alarms, dossierEn.alarms],
  ['letters', LetterKind.options, dossier.letters, dossierEn.letters],
  ['units of limits', LimitUnit.options, citizen.procedures.units, citizenEn.procedures.units],
  ['next steps', DossierState.options, citizen.mine.next, citizenEn.mine.next],
  ['defects', Defect.shape.defect.options, citizen.defects, citizenEn.defects],
  ['matters of feedback', FeedbackMatter.options, citizen.feedback.matters, citizenEn.feedback.matters],
  ['custodians', Custodian.options.map(({ shape }) => shape.kind.value), citizen.mine.at, citizenEn.mine.at],
  ['roles', Role.options, frame.roles, frameEn.roles],
  ['buttons', pressed, officer.commands, officerEn.commands],
  ['incidents of the post', opened, post.post.happened, postEn.post.happened],
])('all %s have a name in Vietnamese and in English', (_, kinds, vi: object, en: object) => {
  expect(kinds).not.toEqual([])
  expect(kinds.filter((kind) => !Object.hasOwn(vi, kind) || !Object.hasOwn(en, kind))).toEqual([])
})
