import type * as z from 'zod'
import { DocumentProblem } from './document-problem.ts'

/** Characters and values of a whole paper. Longer is no paper of an office. */
const most = 500_000

/**
 * What a paper is filled with, as its shape wants it. Throws a DocumentProblem naming the first field that does not fit, or
 * saying that the whole is too long.
 */
export const filled = <Shape extends z.ZodType>(shape: Shape, content: unknown): z.output<Shape> => {
  refuseEnormous(content)
  const parsed = shape.safeParse(content)
  if (parsed.success) return parsed.data
  const { path = [], message = '' } = parsed.error.issues[0] ?? {}
  const pointer = `#${path.map((key) => `/${String(key)}`).join('')}`
  throw new DocumentProblem(
    'wrong-content',
    `Nội dung văn bản chưa đúng ở "${pointer}". Sửa trường này rồi lập lại văn bản.`,
    `The content of the document is wrong at "${pointer}": ${message}.`,
    pointer,
  )
}

/** Looks no further than the limit, so that the size of what it refuses costs nothing. */
const refuseEnormous = (content: unknown): void => {
  const waiting: unknown[] = [content]
  let weight = 0
  while (waiting.length > 0 && weight <= most) {
    const one = waiting.pop()
    weight += typeof one === 'string' ? one.length + 1 : 1
    if (typeof one !== 'object' || one === null) continue
    for (const key in one) {
      weight += 1
      if (weight > most) break
      waiting.push(Reflect.get(one, key))
    }
  }
  if (weight > most)
    throw new DocumentProblem(
      'too-long',
      `Nội dung văn bản quá dài, tối đa ${most} ký tự. Rút gọn rồi lập lại văn bản.`,
      `The document is too long, at most ${most} characters. Shorten it and make it again.`,
    )
}
