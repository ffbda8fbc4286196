import type { Day } from '@dossier/contracts/time'
import { dayFrom, numberOf } from './calendar.ts'

/** Mean length of a lunation in days, and the mean new moon of January 1900 it is counted from (Julian date). */
const lunation = 29.530588853
const firstNewMoon = 2_415_021.076998695
/** Julian day number of 1970-01-01. */
const epoch = 2_440_588
/** Vietnam's day begins seven hours before Greenwich's; China's eight, hence another Tết in 1985, 2007, 2030 and 2053. */
const vietnam = 7 / 24

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180)

/**
 * The legal day of a day of the Vietnamese lunar calendar (âm lịch), of its ordinary month where a leap month follows.
 * After Hồ Ngọc Đức, "Thuật toán tính âm lịch" (2004), with the new moon and the sun of J. Meeus, "Astronomical Algorithms"
 * (1991), to a few minutes; reckoned at UTC+7 throughout, as Vietnam has done since 1968.
 */
export const lunarDay = (year: number, month: number, day: number): Day => {
  const winterYear = month < 11 ? year - 1 : year
  const begin = monthOfSolstice(winterYear)
  const isLeapYear = monthOfSolstice(winterYear + 1) - begin > 365
  const months = (month + 1) % 12 // since the eleventh, which holds the solstice
  const leap = isLeapYear ? monthsToLeap(begin) : Infinity
  const first = newMoonDay(lunationOf(begin) + months + (months >= leap ? 1 : 0))
  return dayFrom(first + day - 1)
}

const lunationOf = (number: number): number => Math.floor(0.5 + (number + epoch - firstNewMoon) / lunation)

/** First day of the eleventh month: the one in which the sun passes the winter solstice. */
const monthOfSolstice = (year: number): number => {
  const lastOfYear = numberOf(`${year}-12-31`) + epoch
  const k = Math.floor((lastOfYear - 2_415_021) / lunation)
  const first = newMoonDay(k)
  return sectorOf(first) >= 9 ? newMoonDay(k - 1) : first
}

/** How many months after the eleventh the leap month stands: the first in which the sun enters no new sector. */
const monthsToLeap = (begin: number): number => {
  const k = lunationOf(begin)
  let months = 1
  while (months < 14 && sectorOf(newMoonDay(k + months)) !== sectorOf(newMoonDay(k + months + 1))) months += 1
  return months
}

/** The legal day, as a number, on which the `k`-th new moon since January 1900 falls in Vietnam. */
const newMoonDay = (k: number): number => {
  const t = k / 1236.85 // Julian centuries since 1900
  const [t2, t3] = [t * t, t * t * t]
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
  const latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * latitude) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * latitude + sun) -
    0.0004 * sine(2 * latitude - sun) -
    0.0006 * sine(2 * latitude + moon) +
    0.001 * sine(2 * latitude - moon) +
    0.0005 * sine(2 * moon + sun)
  // Dynamical time runs ahead of the clock on the wall.
  const ahead = -0.000278 + 0.000265 * t + 0.000262 * t2
  return Math.floor(mean + correction - ahead + 0.5 + vietnam) - epoch
}

/** In which of twelve sectors of 30° the sun stands when the day begins in Vietnam; 0 from the spring equinox, 9 from the winter solstice. */
const sectorOf = (number: number): number => {
  const t = (number + epoch - 0.5 - vietnam - 2_451_545) / 36_525
  const t2 = t * t
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t2
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly)
  const longitude = mean + centre
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30)
}
