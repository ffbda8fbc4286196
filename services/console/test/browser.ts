type Sent = { method?: string; body?: string; headers?: Record<string, string>; redirect?: 'manual' }
type Answer = { status: number; url: string; text: string; json: () => ReturnType<typeof JSON.parse> }

const longest = 10

/** As much of a browser as signing in needs: it follows redirects and keeps cookies for each host and port. */
export const openBrowser = () => {
  const jar = new Map<string, Map<string, string>>()
  const of = (url: string) => {
    const { host } = new URL(url)
    const kept = jar.get(host) ?? new Map<string, string>()
    jar.set(host, kept)
    return kept
  }

  const send = async (url: string, sent: Sent = {}): Promise<Answer> => {
    let to = url
    let { method = 'GET', body, headers = {} } = sent
    for (let n = 0; n < longest; n += 1) {
      const cookie = [...of(to)].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(to, {
        method,
        redirect: 'manual',
        headers: { ...headers, ...(cookie && { cookie }) },
        ...(body !== undefined && { body }),
      })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) of(to).delete(pair.slice(0, at))
        else of(to).set(pair.slice(0, at), pair.slice(at + 1))
      }
      const next = response.headers.get('location')
      const text = await response.text()
      if (next === null || sent.redirect === 'manual')
        return { status: response.status, url: to, text, json: () => JSON.parse(text) }
      to = new URL(next, to).href
      method = 'GET'
      body = undefined
      headers = {}
    }
    throw new Error(`${url} leads round and round`)
  }

  return {
    send,
    get: (url: string) => send(url),
    post: (url: string, form: Record<string, string>) =>
      send(url, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    hold: (url: string, name: string, value: string) => void of(url).set(name, value),
    cookie: (name: string) => [...jar.values()].map((kept) => kept.get(name)).find((value) => value !== undefined),
    held: () => JSON.stringify([...jar.values()].map((kept) => [...kept])),
  }
}
