import { district } from './s09-people.ts'
import type { Stage } from './scenario.ts'

type Given = { id: string; reference: string; answerBy: string }
const find = async (person: ReturnType<Stage['people']>, receivedAt: unknown): Promise<string | undefined> => {
  const { body } = await person.get('intake', '/feedback')
  const rows: { feedbackId: string; receivedAt: string }[] = Object(body)['feedback'] ?? []
  return rows.find((one) => one.receivedAt === receivedAt)?.feedbackId
}

/** Said of the district while it lasts, answered by who does its work afterwards. */
export const feedbackOnTheEnded = {
  gives: async ({ people, at, promises }: Stage, dossierCode: string): Promise<Given> => {
    const head = people('officer:huyen-ia-grai.head')
    let given: Record<string, unknown> = {}
    let id = ''
    await at(
      '2025-06-27T10:00',
      'X: công dân phản ánh với Bộ phận Một cửa huyện; huyện phân công người xử lý',
      async () => {
        const { body } = await people('citizen:s09-x').post('intake', '/feedback', {
          agency: district.desk,
          matter: 'lateness',
          words: 'Nhiều ngày chưa thấy thông tin về hồ sơ.',
          dossierCode,
          contact: { name: 'Người nộp hồ sơ mẫu', phone: '0000000000' },
        })
        given = body
        id = String(await find(head, given['receivedAt']))
        await head.post('intake', `/feedback/${id}/acts`, { type: 'Appoint', handler: 'huyen-ia-grai.intake-2' })
      },
    )
    const answerBy = Object(given['dues'])['answerBy']?.on
    promises('feedback: to be answered in 15 working days', answerBy, '2025-07-18')
    const { status } = await people('officer:xa-ia-grai.head').get('intake', `/feedback/${id}`)
    promises('feedback: nobody of the commune to come reads it yet', status, 404)
    return { id, reference: String(given['reference']), answerBy }
  },

  passes: async ({ people, promises }: Stage, { id }: Given) => {
    const reads = async (account: string) => (await people(account).get('intake', `/feedback/${id}`)).status
    promises(
      'feedback: the successor of the dossier’s place has it, the other does not, the former handler no longer',
      [
        await reads('officer:xa-ia-grai.head'),
        await reads('officer:xa-ia-hrung.head'),
        await reads('officer:huyen-ia-grai.intake-2'),
      ],
      [200, 404, 404],
    )
  },

  isAnswered: async ({ people, at, promises }: Stage, { id, reference, answerBy }: Given) => {
    const head = people('officer:xa-ia-grai.head')
    const acts = (account: string, act: object) => people(account).post('intake', `/feedback/${id}/acts`, act)
    await at('2025-07-03T14:00', 'Phản ánh: Trung tâm kế tục phân công, trả lời', async () => {
      await acts(head.account, { type: 'Appoint', handler: 'xa-ia-grai.intake-2' })
      await acts('officer:xa-ia-grai.intake-2', {
        type: 'Answer',
        verdict: 'substantiated',
        words: 'Hồ sơ do Trung tâm tiếp tục giải quyết; đã xin lỗi và hẹn lại ngày trả kết quả.',
      })
    })
    const { body } = await people('citizen:s09-x').get('intake', '/feedback/mine')
    const own: Record<string, unknown>[] = Object(body)['feedback'] ?? []
    const { state, answer, dues } = Object(own.find((one) => one['reference'] === reference))
    promises(
      'feedback: the citizen reads the successor’s answer, its limit as it was',
      [state, answer?.verdict, dues?.answerBy.on],
      ['answered', 'substantiated', answerBy],
    )
  },
}
