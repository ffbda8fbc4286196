import { PaperKind } from '@dossier/contracts/official-paper'
import { consignmentLetter } from '../src/consignment-slip.ts'
import { dueDateLetter } from '../src/due-date-certificate.ts'
import { handoverLetter } from '../src/handover-record.ts'
import { labelRoll } from '../src/label.ts'
import { manifestLetter } from '../src/manifest.ts'
import { officialPapers } from '../src/official-papers.ts'
import type { Letter } from '../src/typesetter.ts'
import { cases } from './certificates.ts'
import { samples } from './official-paper-samples.ts'
import * as papers from './postal-papers.ts'

/** Each form as an office usually fills it, and with the most it may have to hold: 60 components, 240 papers, 300 parcels. */
export const allLetters = (): { name: string; usual: Letter; largest: Letter }[] => {
  const [usual, longest] = [samples('usual'), samples('longest')]
  return [
    ...PaperKind.options.map((kind) => ({
      name: kind,
      usual: officialPapers[kind].letter(usual[kind]),
      largest: officialPapers[kind].letter(longest[kind]),
    })),
    {
      name: 'consignment-slip',
      usual: consignmentLetter(papers.slip),
      largest: consignmentLetter(papers.longSlip),
    },
    {
      name: 'handover-record',
      usual: handoverLetter(papers.record),
      largest: handoverLetter(papers.longRecord),
    },
    { name: 'manifest', usual: manifestLetter(papers.manifest), largest: manifestLetter(papers.longManifest) },
    {
      name: 'label',
      usual: labelRoll([papers.parcelLabel], papers.printedAt),
      largest: labelRoll(papers.longLabels, papers.printedAt),
    },
    {
      name: 'due-date-certificate',
      usual: dueDateLetter(cases['a route of mixed units']),
      largest: dueDateLetter(cases['a thousand working days']),
    },
  ]
}
