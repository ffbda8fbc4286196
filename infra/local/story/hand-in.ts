import { type Answered, type Person } from './people.ts'
import { takenIn } from './applications.ts'

/** The commune desk of the reference dossier. */
export const desk = 'H21.08.10.01'

const one = { originals: 1 }
/** The application of the reference dossier. Words in the form are placeholders: nobody of that name exists. */
export const referenceApplication = {
  procedure: 'fx.tro-cap-khang-chien',
  channel: 'desk',
  receivingDesk: desk,
  form: {
    applicant: {
      fullName: 'Người nộp hồ sơ mẫu',
      personalId: '000000000000',
      phone: '0000000000',
      email: 'nguoi-nop@example.test',
      address: { province: 'Gia Lai', commune: 'Ia Pếch', line: 'Làng mẫu' },
    },
    beneficiary: { fullName: 'Người nộp hồ sơ mẫu', birthDate: '1945-01-01', sex: 'male', personalId: '000000000000' },
    medal: { name: 'Huân chương Giải phóng' },
    service: [{ from: '1965-01-01', to: '1975-04-30', unit: 'Đơn vị mẫu' }],
    earlierBenefit: false,
  },
  components: { '01': one, '02': { certifiedCopies: 1 }, '03': one },
}

/** Entered by an officer, with all its papers; `more` says what is otherwise. Gives the dossier's id. */
export const handIn = async (officer: Person, more: Record<string, unknown> = {}): Promise<string> => {
  const answer: Answered = await officer.post('intake', '/applications', { ...referenceApplication, ...more })
  return takenIn(answer)
}
