import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './words-en.ts'
import { vi } from './words-vi.ts'

const remembered = 'ngon-ngu'

// Vietnamese first; English where the reader has chosen it. At once, so that an area's words find their place.
void i18next.use(initReactI18next).init({
  resources: { vi: { translation: vi }, en: { translation: en } },
  lng: localStorage.getItem(remembered) ?? 'vi',
  fallbackLng: 'vi',
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
})
document.documentElement.lang = i18next.language

/** The words of one area, which come with its pages: each area has names of its own at the top. */
export const addWords = (words: { vi: object; en: object }): void => {
  for (const [language, of] of Object.entries(words)) i18next.addResourceBundle(language, 'translation', of, true)
}

export const changeLanguage = async (language: 'vi' | 'en'): Promise<void> => {
  localStorage.setItem(remembered, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}
