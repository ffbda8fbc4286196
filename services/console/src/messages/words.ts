import { addWords } from '../frame/words.ts'
import { en } from './words-en.ts'
import { vi } from './words-vi.ts'

addWords({ vi, en })
