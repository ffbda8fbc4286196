import type { Letter } from './typesetter.ts'

/** The same letter, marked on every page as a sample without effect: nobody takes it for one that was issued. */
export const asSample = (letter: Letter): Letter => ({
  ...letter,
  content: { ...letter.content, sample: 'BẢN MẪU · KHÔNG CÓ GIÁ TRỊ' },
})
