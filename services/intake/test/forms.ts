// Placeholder people: no such names, numbers or places.
const person = {
  fullName: 'Nguyễn Thử Nghiệm',
  birthDate: '1950-01-01',
  sex: 'female',
  personalId: '000000000001',
}
const applicant = {
  fullName: 'Nguyễn Thử Nghiệm',
  personalId: '000000000001',
  phone: '0000000000',
  address: { province: 'Tỉnh Mẫu', commune: 'Xã Mẫu', line: 'Thôn Mẫu' },
}

/** Certified copies of one paper of 3 pages (P3). */
export const certification = {
  applicant,
  documents: [{ name: 'Giấy tờ mẫu', pages: 3, copies: 1 }],
}

/** The lump-sum allowance of the reference story (P6). */
export const allowance = {
  applicant,
  beneficiary: person,
  medal: { name: 'Huy chương mẫu' },
  service: [{ from: '1968-01-01', to: '1973-01-01', unit: 'Đơn vị mẫu' }],
  earlierBenefit: false,
}

/** A household business (P8). */
export const business = {
  applicant,
  name: 'Hộ kinh doanh Mẫu',
  head: person,
  address: applicant.address,
  capital: 1_000_000,
  lines: [{ code: '0000', name: 'Ngành mẫu' }],
  workers: 1,
}

export const papers = (originals: number, certifiedCopies = 0, copies = 0) => ({ originals, certifiedCopies, copies })

/** A complete application for certified copies, as the fixture's desk enters it. */
export const atDesk = (more: object = {}) => ({
  procedure: '2.000815',
  channel: 'desk',
  receivingDesk: 'H21.08.01.01',
  form: certification,
  components: { '01': papers(1), '02': papers(0, 0, 1) },
  counts: [{ pages: 3, copies: 1 }],
  ...more,
})
