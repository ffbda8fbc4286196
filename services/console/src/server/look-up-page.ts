/** What became of a question for a code. */
export type Found =
  | {
      is: 'found'
      code: string
      state: 'in-process' | 'completed' | 'ended'
      stage: { place: number; of: number } | null
    }
  | { is: 'unknown' | 'too-often' | 'out-of-reach' }

type Language = 'vi' | 'en'
type Shown = { asked: string; found: Found | undefined; language: Language; nonce: string }

const words = {
  vi: {
    title: 'Tra cứu hồ sơ',
    lead: 'Nhập mã ghi trên giấy tiếp nhận hồ sơ và hẹn trả kết quả. Không cần đăng nhập; chỉ hiện tình trạng.',
    code: 'Mã hồ sơ',
    hint: 'Ví dụ H21.08.10-210413-0001',
    look: 'Tra cứu',
    other: 'English',
    step: (place: number, of: number) => `Bước ${place}/${of}`,
    'in-process': 'Đang giải quyết',
    completed: 'Đã có kết quả',
    ended: 'Đã kết thúc',
    unknown: 'Không có hồ sơ với mã này. Hãy kiểm tra lại từng số trên giấy hẹn.',
    'too-often': 'Quá nhiều lần tra cứu. Hãy thử lại sau một phút.',
    'out-of-reach': 'Chưa tra cứu được lúc này. Hãy thử lại sau ít phút.',
  },
  en: {
    title: 'Look up a dossier',
    lead: 'Type the code printed on your receipt. No login; only the state is shown.',
    code: 'Code',
    hint: 'As H21.08.10-210413-0001',
    look: 'Look up',
    other: 'Tiếng Việt',
    step: (place: number, of: number) => `Step ${place} of ${of}`,
    'in-process': 'In process',
    completed: 'Result ready',
    ended: 'Ended',
    unknown: 'There is no dossier with this code. Check each digit on your receipt.',
    'too-often': 'Too many tries. Try again in a minute.',
    'out-of-reach': 'The look-up does not answer now. Try again in a few minutes.',
  },
}

/** The page, whole: a form, and below it the answer. */
export const lookUpPage = ({ asked, found, language, nonce }: Shown): string => {
  const say = words[language]
  const other = language === 'vi' ? 'en' : 'vi'
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title}</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark }
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem }
  form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end }
  label { display: block; font-weight: 600 } small { display: block; font-weight: 400 }
  input, button { font: inherit; padding: .5rem .75rem; border: 1px solid; border-radius: .3rem }
  input { width: 18rem; max-width: 100% } button { cursor: pointer; background: #1559a3; color: #fff; border-color: #1559a3 }
  :focus-visible { outline: 3px solid #1559a3; outline-offset: 2px }
  [role] { margin-top: 1.5rem; font-size: 1.2rem }
  nav { text-align: right }
</style>
<nav><a href="/tra-cuu?lang=${other}&amp;ma=${encodeURIComponent(asked)}" lang="${other}">${say.other}</a></nav>
<main>
<h1>${say.title}</h1>
<p>${say.lead}</p>
<form method="get" action="/tra-cuu">
  <label>${say.code} <small>${say.hint}</small><input name="ma" value="${text(asked)}" maxlength="60" required autocomplete="off"></label>
  <input type="hidden" name="lang" value="${language}">
  <button>${say.look}</button>
</form>
${found === undefined ? '' : answer(found, say)}
</main>
</html>`
}

const answer = (found: Found, say: (typeof words)[Language]) => {
  if (found.is !== 'found') return `<p role="alert">${say[found.is]}</p>`
  const step = found.stage === null ? '' : ` · ${say.step(found.stage.place, found.stage.of)}`
  return `<p role="status"><strong>${text(found.code)}</strong> · ${say[found.state]}${step}</p>`
}

const text = (given: string) => given.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
