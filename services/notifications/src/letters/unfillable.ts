/** A letter that its line of the record can never fill. */
export class Unfillable extends Error {
  override name = 'Unfillable'
  code: 'not-accepted' | 'wrong-line' | 'no-such-line'

  constructor(code: Unfillable['code'], seq: number) {
    super(`Line ${seq} of the record cannot fill the letter asked for`)
    this.code = code
  }
}
