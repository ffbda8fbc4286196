import type { Account } from './accounts.ts'

export type Listed = Account & { place?: string | undefined; office?: string | undefined; roles?: string | undefined }

/** `isWhole`: the offices of the catalogue are among the accounts. */
type Shown = { looking: string; accounts: readonly Listed[]; isWhole: boolean }

/** The page that lists the accounts of a development stack, by place; works without JavaScript. */
export const signInPage = ({ looking, accounts, isWhole }: Shown): string => {
  const wanted = plain(looking)
  const found = accounts.filter((one) => plain(Object.values(one).join(' ')).includes(wanted))
  const places = Map.groupBy(found, ({ place }) => place ?? 'Công dân')
  const groups = [...places].map(
    ([place, some]) => `<section><h2>${text(place)}</h2><ul>${some.map(row).join('')}</ul></section>`,
  )
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Đăng nhập – môi trường phát triển</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff }
  h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; color: #555 }
  ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .5rem }
  button { font: inherit; text-align: left; width: 100%; padding: .5rem .75rem; border: 1px solid #bbb; border-radius: .4rem; background: #fff; cursor: pointer }
  button:hover, button:focus-visible { border-color: #0b5cad; outline: 2px solid #0b5cad }
  small { display: block; color: #555 }
  input { font: inherit; padding: .4rem .6rem; border: 1px solid #767676; border-radius: .4rem; min-width: 16rem }
  form.line { display: flex; gap: .5rem; flex-wrap: wrap; margin: 1rem 0 } form.line button { width: auto }
</style>
<main>
<h1>Chọn tài khoản</h1>
<p>Trang này chỉ có ở môi trường phát triển: ai cũng có thể là bất kỳ ai. <span lang="en">Development only: anybody may be anybody.</span></p>
<form class="line" method="get"><input name="q" value="${text(looking)}" aria-label="Tìm tài khoản" placeholder="Tìm tài khoản"><button>Tìm</button></form>
<form class="line" method="post"><input name="account" required pattern="citizen:[A-Za-z0-9][A-Za-z0-9._\\-]*" placeholder="citizen:le-thi-hoa" aria-label="Tài khoản công dân"><button>Đăng nhập với tài khoản này</button></form>
${isWhole ? '' : '<p role="alert">Danh mục cơ quan chưa trả lời; hãy tải lại trang. <span lang="en">The catalogue does not answer yet: reload.</span></p>'}
${groups.join('\n') || '<p>Không có tài khoản nào như vậy.</p>'}
</main>
</html>`
}

const row = ({ account, name, office, roles }: Listed) => `<li><form method="post">
  <button name="account" value="${text(account)}">${text(office ?? name ?? account)}<small>${text([roles, account].filter(Boolean).join(' · '))}</small></button>
</form></li>`

const plain = (given: string) => given.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()

const text = (given: string) => given.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
