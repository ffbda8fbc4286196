import type { ConsignmentSlip, PostalService } from '@dossier/documents/consignment-slip'
import { OrganisationCode } from '@dossier/contracts/organisation'
import type { ParcelPurpose } from '@dossier/contracts/parcel'
import { dayOf } from '@dossier/domain/calendar'
import type { Tx } from '@dossier/platform/postgres'
import { type Parcel, scansOf } from '../parcels/parcel.ts'
import { promiseFor, type Promising } from '../promise.ts'
import { namesIn, operator } from './names.ts'
import { collectionOf, packedPapers, recipientOf } from './packed-papers.ts'

const procedureOf = 'select procedure from dossier where id = $1'
const services: Record<ParcelPurpose, PostalService> = {
  application: 'send-dossier',
  papers: 'between-authorities',
  result: 'receive-result',
}

/** Phiếu gửi: what was sealed, between whom, for when; of a result also that it was handed over (QĐ 45/2016 art. 6, 9, 10). */
export const slipOf = async (db: Tx, parcel: Parcel, deps: Promising): Promise<ConsignmentSlip> => {
  const { code, sender, receiver, serviceClass, postage, seal, packedBy, courier } = parcel
  const names = namesIn(deps.published)
  const handedOverAt = parcel.postedAt ?? parcel.packedAt
  const day = dayOf(handedOverAt)
  const collection = await collectionOf(db, code)
  const recipient = await recipientOf(db, code)
  const [dossier] = (await db.query<{ procedure: string }>(procedureOf, [parcel.dossierId])).rows
  const procedure = dossier?.procedure ?? ''
  const papers = await packedPapers(db, code, collection)
  const due = parcel.promised ?? promiseFor(deps, serviceClass, { on: day })
  const scans = await scansOf(db, code)
  const taken = scans.find(({ step }) => step === 'taken')
  const delivered = scans.find(({ step }) => step === 'delivered')
  const office = OrganisationCode.safeParse(taken?.office).data ?? parcel.office ?? sender
  return {
    item: code,
    service: services[parcel.purpose],
    operator,
    office: names.unit(office),
    from: collection?.sender ?? names.office(sender),
    to: receiver === null ? (recipient ?? names.office(sender)) : names.office(receiver),
    procedure: names.procedure(procedure, day),
    papers: [...papers].map(([id, counts]) => ({ ...counts, name: names.component(procedure, day, id) })),
    collected: [
      { name: 'Cước dịch vụ bưu chính', amount: postage },
      ...Object.entries(collection?.fees ?? {}).map(([id, { amount, proof }]) => ({
        name: deps.published.versionOn(procedure, day)?.fees.find((fee) => fee.id === id)?.name ?? id,
        amount,
        receipt: proof,
      })),
    ],
    ...(seal !== null && { seal }),
    handedOverAt,
    promise: {
      workingDays: deps.classes.classes.find(({ id }) => id === serviceClass)?.workingDays ?? 0,
      by: due.on,
      untilAppointment: false,
    },
    sender:
      collection === undefined
        ? { name: names.officer(packedBy), office: names.unit(sender) }
        : { name: collection.sender.name, office: 'Người gửi' },
    worker: { name: names.officer(taken?.by ?? courier), office: names.unit(office) },
    delivery:
      delivered === undefined || recipient === undefined
        ? null
        : {
            recipient: delivered.detail.to === 'representative' ? 'Người được ủy quyền' : recipient.name,
            authorised: delivered.detail.to === 'representative',
            shown:
              delivered.detail.authorisationShown === true ? 'giấy tờ tùy thân, giấy ủy quyền' : 'giấy tờ tùy thân',
            at: delivered.happenedAt,
          },
  }
}
