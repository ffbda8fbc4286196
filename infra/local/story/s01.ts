import { compareStores } from './compare.ts'
import { done, hasNoGap, papersOf, wayOf } from './custody.ts'
import { desk, handIn, referenceApplication } from './hand-in.ts'
import type { Line } from './people.ts'
import type { Check, Scenario } from './scenario.ts'
import { mailsAbout, textsAbout } from './told.ts'

const phongLabour = 'H21.08.54'
const soLabour = 'H21.52'
const counts = (originals: number, certifiedCopies = 0) => ({ originals, certifiedCopies, copies: 0 })
const papers = { '01': counts(1), '02': counts(0, 1), '03': counts(1) }

/** The reference dossier: commune, district, province and back, in and out by post, nobody late. */
export const s01: Scenario = {
  id: 'S01',
  title: 'hồ sơ mẫu: xã → huyện → tỉnh → xã, gửi và nhận qua bưu chính, không ai trễ hạn',
  begins: '2021-04-12T07:00',
  play: async ({ plan, people, at, promises, refuses, sees, figures, rang }) => {
    const intake = people('officer:ia-pech.intake')
    const specialist = people('officer:ia-pech.social')
    const phong = people('officer:huyen-ia-grai.labour')
    const so = people('officer:gia-lai.labour')
    const director = people('officer:gia-lai.labour-director')
    const courier = people('officer:ia-pech.post')
    const districtPost = people('officer:huyen-ia-grai.post')
    const citizen = people('citizen:s01-nguoi-nop')

    let dossierId = ''
    let parcel = ''
    const seen: Line[] = []
    const play = async (local: string, say: string, does: () => Promise<Line[]>) =>
      void seen.push(...(await at(local, say, does)))
    const step = (who: typeof courier, code: string, name: string, detail: object = {}) =>
      done(who.post('postal', `/parcels/${code}/steps`, { step: name, detail }))
    const counted = async (clerk: typeof intake, where: string, code: string, inside: object) => {
      const found = { parcel: code, sealWhole: true, complete: true, counted: inside, fees: {} }
      const record = await done(clerk.post('postal', '/handover-records', { desk: where, parcels: [found] }))
      return String(record['number'])
    }
    const paperIds = async (who: typeof intake, ...components: string[]) =>
      (await papersOf(who, dossierId)).filter(({ component }) => components.includes(component)).map((one) => one.paper)

    await at(
      '2021-04-12T15:30',
      'Bưu điện xã: nhân viên kiểm tra theo danh mục niêm yết, ký phiếu gửi G1, niêm phong',
      async () => {
        const collected = await done(
          courier.post('postal', '/collections', {
            desk,
            procedure: 'fx.tro-cap-khang-chien',
            papers,
            postage: 26_000,
            returnBy: 'post',
            sender: { name: 'Người nộp hồ sơ mẫu', phone: '0000000000', address: 'Làng mẫu, xã Ia Pếch' },
            slipSigned: true,
            sealedBeforeSender: true,
          }),
        )
        dossierId = String(collected['dossierId'])
        parcel = String(collected['parcel'])
        promises('the post’s promise: J + 1', Object(collected['promised'])['on'], '2021-04-13')
      },
    )
    const early = { channel: 'post', collected: dossierId, applicant: citizen.account }
    await refuses('no submission before both have signed', 'handover-record-missing', async () =>
      intake.post('intake', '/applications', { ...referenceApplication, ...early }),
    )

    await play(
      '2021-04-13T09:40',
      'Bộ phận Một cửa và bưu tá cùng đếm, ký biên bản giao nhận; tiếp nhận, hẹn trả',
      async () => {
        const record = await counted(intake, desk, parcel, papers)
        await done(courier.post('postal', `/handover-records/${record}/signature`, {}))
        promises('under the id the post gave', await handIn(intake, early), dossierId)
        return intake.act(dossierId, { type: 'Accept' })
      },
    )
    await play('2021-04-13T10:20', 'Giao chuyên viên văn hóa - xã hội của xã', () =>
      intake.act(dossierId, { type: 'Assign', officer: 'ia-pech.social' }),
    )
    await play(
      '2021-04-19T16:00',
      'Chuyên viên đối chiếu bản chính, xác nhận; bản chính ở lại két của Bộ phận Một cửa',
      () => specialist.act(dossierId, { type: 'AddOpinion', kind: 'appraisal', note: 'Đã đối chiếu bản chính.' }),
    )
    let between = ''
    await play('2021-04-19T16:30', 'Xã chuyển lên Phòng LĐTBXH huyện; bưu tá nhận giấy tờ, phiếu gửi G2', async () => {
      const lines = await specialist.act(dossierId, { type: 'OfferHandover', to: phongLabour, originals: ['01'] })
      const packed = await done(
        intake.post('postal', '/parcels', {
          dossierId,
          from: desk,
          to: phongLabour,
          papers: await paperIds(intake, '01', '02'),
          postage: 0,
        }),
      )
      between = String(packed['code'])
      await step(courier, between, 'taken', { papers: 2 })
      return lines
    })
    promises('the commune holds until Phòng accepts', (await sees(intake, dossierId)).axes.holder, desk)
    await play('2021-04-20T08:15', 'Phòng LĐTBXH nhận dữ liệu và giấy tờ', async () => {
      const record = await counted(phong, phongLabour, between, { '01': counts(1), '02': counts(0, 1) })
      await done(courier.post('postal', `/handover-records/${record}/signature`, {}))
      return phong.act(dossierId, { type: 'AcceptHandover' })
    })
    await play('2021-04-28T15:00', 'Phòng chuyển lên Sở LĐTBXH', async () => {
      const lines = await phong.act(dossierId, { type: 'OfferHandover', to: soLabour, originals: ['01'] })
      const to = { dossierId, from: phongLabour, to: soLabour, papers: await paperIds(phong, '01', '02'), postage: 0 }
      between = String((await done(phong.post('postal', '/parcels', to)))['code'])
      await step(districtPost, between, 'taken', { papers: 2 })
      return lines
    })
    await play('2021-04-29T14:00', 'Sở nhận', async () => {
      const record = await counted(so, soLabour, between, { '01': counts(1), '02': counts(0, 1) })
      await done(districtPost.post('postal', `/handover-records/${record}/signature`, {}))
      return so.act(dossierId, { type: 'AcceptHandover' })
    })
    await play('2021-05-10T15:00', 'Sở đề xuất quyết định trợ cấp', () =>
      so.act(dossierId, { type: 'Propose', outcome: 'granted' }),
    )
    await play('2021-05-10T15:30', 'Giám đốc Sở ký; kết quả điện tử về ngay Bộ phận Một cửa xã', () =>
      director.act(dossierId, { type: 'Sign', outcome: 'granted', number: 'QD-67-2021' }),
    )
    const done9 = await sees(intake, dossierId)
    promises('the result waits for the post', [done9.axes['delivery'], done9.axes['dispatch']], ['to-dispatch', 1])
    const { body: waiting } = await intake.get('postal', `/dispatches?desk=${desk}`)
    const orders: { dossierId: string; order: number }[] = Object(waiting['dispatches'])
    promises('the conductor has ordered its dispatch', orders.filter((one) => one.dossierId === dossierId).length, 1)

    await at('2021-05-10T16:00', 'Sở gửi bản giấy của kết quả về xã (J + 2)', async () => {
      const result = (await papersOf(so, dossierId)).filter(({ kind }) => kind === 'result').map((one) => one.paper)
      const packing = { dossierId, from: soLabour, to: desk, papers: result, postage: 0 }
      between = String((await done(so.post('postal', '/parcels', packing)))['code'])
      const posted = await step(people('officer:gia-lai.post'), between, 'taken', { papers: 1 })
      promises('paper by 12/5', Object(posted['promised'])['on'], '2021-05-12')
    })
    await at('2021-05-12T09:00', 'Bộ phận Một cửa và bưu tá cùng đếm bản giấy', async () => {
      const record = await counted(intake, desk, between, { '1': { ...counts(0), results: 1 } })
      await done(people('officer:gia-lai.post').post('postal', `/handover-records/${record}/signature`, {}))
    })
    await at('2021-05-12T14:00', 'Bộ phận Một cửa và bưu tá đếm kết quả và bản chính, phiếu gửi G3', async () => {
      const inside = [...(await paperIds(intake, '03')), ...(await paperIds(intake, '1'))]
      const packing = { dossierId, from: desk, to: null, order: 1, papers: inside, postage: 26_000 }
      parcel = String((await done(intake.post('postal', '/parcels', packing)))['code'])
      const posted = await step(courier, parcel, 'taken', { papers: 2 })
      promises('to the citizen by 13/5: J + 1', Object(posted['promised'])['on'], '2021-05-13')
    })
    await at(
      '2021-05-13T10:15',
      'Người được ủy quyền xuất trình giấy tờ và giấy ủy quyền, hai bên ký; đã trả kết quả',
      async () => {
        const handed = { to: 'representative', identityChecked: true, authorisationShown: true, signed: true }
        await step(courier, parcel, 'delivered', handed)
      },
    )

    const end = await sees(intake, dossierId)
    for (const { what, found, expected } of checksOf(seen)) promises(what, found, expected)
    promises('status 10, by post', end.timeline.at(-1)?.event['by'], 'post')
    const kept = await papersOf(intake, dossierId)
    const original = kept.find(({ component }) => component === '03')
    promises('the original’s way', original && wayOf(original), 'citizen → parcel → desk → parcel → citizen')
    promises(
      'no paper’s way has a gap',
      kept.filter((one) => !hasNoGap(one)),
      [],
    )
    promises('the citizen sees the due date throughout', (await sees(citizen, dossierId)).axes.due?.on, '2021-05-17')
    const { body: look } = await citizen.get('casework', `/look-up/${end.axes.code}`)
    promises('anyone else: how far, and nothing more', Object.keys(look).toSorted(), ['code', 'stage', 'state'])
    const { code } = end.axes
    const mails = await mailsAbout(plan, code)
    promises('the citizen is told by e-mail, once each', mails, [
      `Hồ sơ ${code} đã được tiếp nhận, hẹn trả 17/05/2021`,
      `Hồ sơ ${code} đã có kết quả`,
      `Kết quả hồ sơ ${code} đã gửi qua bưu chính`,
    ])
    const texts = await textsAbout(plan, code)
    promises(
      'and by SMS of at most 160 characters, without accents',
      [texts.length, texts.filter((text) => text.length > 160 || /[^\x20-\x7e]/.test(text))],
      [3, []],
    )
    const [april, may] = [
      await figures([dossierId], '2021-04-01', '2021-05-01'),
      await figures([dossierId], '2021-05-01', '2021-06-01'),
    ]
    promises('April: new by post 1, pending in time 1', [april.new.post, april.pending.inTime], [1, 1])
    promises(
      'May: carried 1, early 1, returned by post 1',
      [may.carried, may.resolved.early, may.returned.post],
      [1, 1, 1],
    )
    for (const { what, found, expected } of await compareStores(plan, dossierId, intake))
      promises(what, found, expected)
    promises('alarms: nobody is late', rang(dossierId), [])
  },
}

const checksOf = (lines: Line[]): Check[] => {
  const of = (type: string) => lines.filter(({ event }) => event.type === type).map(({ event }) => event)
  const count = Object(of('DossierAccepted')[0]?.['count'])
  const stages: { due: { on: string } }[] = count['stages'] ?? []
  const received = of('HandoverAccepted').map((event) => Object(event['stageDue'])['on'])
  return [
    { what: 'due date', expected: '2021-05-17', found: Object(count['due'])['on'] },
    {
      what: 'planned stages',
      expected: ['2021-04-20', '2021-05-04', '2021-05-17'],
      found: stages.map(({ due }) => due.on),
    },
    { what: 'the department’s own stage', expected: '2021-05-11', found: received.at(-1) },
    { what: 'timeliness', expected: 'early', found: of('ResultSigned')[0]?.['timeliness'] },
    {
      what: 'due dates ever shown',
      expected: ['2021-05-17'],
      found: [...new Set(lines.flatMap(({ axes }) => axes.due?.on ?? []))],
    },
  ]
}
