import { describe, expect, test } from 'vitest'
import { answerTo } from '../src/deadline-question.ts'
import { explain } from '../src/explanation.ts'
import { sentencesOf } from '../src/explanation-sentences.ts'
import { questions } from './answer-deadline.ts'
import { calendar } from './fixtures.ts'
import { supplement, walked } from './walked.ts'

describe('in sentences', () => {
  test('says day by day what counted and why, in Vietnamese', () => {
    expect(sentencesOf(walked('2024-05-03 10:00', 2, 'working-day', {}), 'vi')).toEqual([
      'Thời hạn 2 ngày làm việc kể từ Thứ Sáu 03/05/2024.',
      'Thứ Sáu 03/05/2024: ngày bắt đầu, không tính (Bộ luật Dân sự 2015, Điều 147).',
      'Thứ Bảy 04/05/2024: ngày thứ 1, ngày làm việc bù (Làm bù cho thứ Hai 29/04/2024; Thông báo 1570/TB-LĐTBXH).',
      'Chủ nhật 05/05/2024: không tính, ngày nghỉ hằng tuần.',
      'Thứ Hai 06/05/2024: ngày thứ 2, ngày làm việc.',
      'Hạn: Thứ Hai 06/05/2024, hết ngày.',
    ])
    expect(sentencesOf(walked('2024-06-03 08:30', 3, 'working-day', { interruptions: [supplement] }), 'vi')[4]).toBe(
      'Thứ Năm 06/06/2024: không tính, thời hạn tạm dừng (Phiếu 02/PYC).',
    )
  })

  test('and in English, for each unit', () => {
    expect(sentencesOf(walked('2024-05-02 10:00', 1, 'working-day'), 'en')).toEqual([
      '1 working day from Thursday 02/05/2024.',
      'Thursday 02/05/2024: day zero, not counted (Civil Code 2015 art. 147).',
      'Friday 03/05/2024: counted as day 1, a working day.',
      'Due: Friday 03/05/2024, at the end of the day.',
    ])
    expect(sentencesOf(walked('2024-05-04 10:00', 1, 'day'), 'en').slice(2, 4)).toEqual([
      "Sunday 05/05/2024: the limit's last day is a rest day, weekly rest day; it ends on the next working day (Civil Code 2015 art. 148.5).",
      'Monday 06/05/2024: a working day, the limit ends.',
    ])
    expect(sentencesOf(walked('2024-01-31 10:00', 1, 'month'), 'en')[1]).toBe(
      'Month 1 ends: Thursday 29/02/2024, the last of the month, which has no corresponding day (Civil Code 2015 art. 148.4).',
    )
    expect(sentencesOf(walked('2024-06-03 10:00', 0, 'same-day'), 'en')).toEqual([
      'On the same day, Monday 03/06/2024.',
      'Monday 03/06/2024: counted, a working day.',
      'Due: Monday 03/06/2024, at the end of the day.',
    ])
    expect(sentencesOf(walked('2024-06-03 10:00', 1, 'hour'), 'en')).toEqual([
      '1 hour from Monday 03/06/2024.',
      '10:00 Monday 03/06/2024 to 11:00 Monday 03/06/2024: counted.',
      'Due: 11:00 Monday 03/06/2024.',
    ])
  })

  test('and says last that a date is provisional, where it reaches into a year nobody announced', () => {
    const asked = { id: 'x', ask: 'due', from: '2026-12-28T09:00', limit: { amount: 10, unit: 'working-day' } }
    const [made] = answerTo({ ...asked, calendar: 'provisional' }, calendar).counts
    const told = made === undefined ? undefined : explain(made.start, made.counted, made.ways)
    expect(told?.provisional).toBe(true)
    expect(told && sentencesOf(told, 'vi').at(-1)).toBe('Tạm tính: lịch nghỉ của năm liên quan chưa được công bố.')
    expect(walked('2024-05-03 10:00', 2, 'working-day', {}).provisional).toBeUndefined()
  })

  test.each(questions.filter((_, i) => i % 8 === 0))(
    '$id: one sentence for each thing looked at, in both languages',
    (question) => {
      for (const { start, counted, ways } of answerTo(question, calendar).counts) {
        const explanation = explain(start, counted, ways)
        const { days: looked, months = [], stretches = [] } = explanation
        for (const language of ['vi', 'en'] as const) {
          const sentences = sentencesOf(explanation, language)
          expect(sentences).toHaveLength(looked.length + months.length + stretches.length + 2)
          expect(sentences.filter((sentence) => !/^[\p{Lu}\d].*\d{2}\/\d{2}\/\d{4}.*\.$/u.test(sentence))).toEqual([])
        }
      }
    },
  )
})
