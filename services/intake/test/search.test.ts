import { expect, test } from 'vitest'
import { matching } from '../src/posting/search.ts'

const rows = ['Đăng ký kết hôn', 'Đăng ký khai sinh', 'Chứng thực bản sao', 'Chung thuc (không dấu)']
const find = (question: string) => matching(rows, question, (row) => row)

test.each([
  ['dang ky', ['Đăng ký kết hôn', 'Đăng ký khai sinh']],
  ['ĐĂNG KÝ', ['Đăng ký kết hôn', 'Đăng ký khai sinh']],
  ['ket hon'.normalize('NFD'), ['Đăng ký kết hôn']],
  ['đăng ký kết hôn'.normalize('NFD'), ['Đăng ký kết hôn']],
  ['hon dang', ['Đăng ký kết hôn']],
  ['ly hon', []],
])('“%s” finds %j', (question, found) => {
  expect(find(question)).toEqual(found)
})

test('what holds the words as typed comes first', () => {
  expect(find('chung thuc')).toEqual(['Chung thuc (không dấu)', 'Chứng thực bản sao'])
  expect(find('chứng thực')).toEqual(['Chứng thực bản sao', 'Chung thuc (không dấu)'])
})

test('an empty question finds everything', () => {
  expect(find('')).toEqual(rows)
})
