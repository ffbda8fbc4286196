// Loaded before a service (`--import`): its machine's clock is CLOCK_AHEAD_MS ahead, or behind where that is negative.
const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0)
const { Date: Right } = globalThis

class Skewed extends Right {
  constructor(...given) {
    if (given.length === 0) super(Right.now() + aheadMs)
    else super(...given)
  }
  static now() {
    return Right.now() + aheadMs
  }
}
globalThis.Date = Skewed
