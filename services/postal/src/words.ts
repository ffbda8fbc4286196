import * as z from 'zod'

/** A line of text as people type it: without control characters, which no label, letter or table can hold. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^[^\p{Cc}\p{Cs}]+$/u)
    .max(most)

/** The same over several lines. */
export const paragraphs = (most: number) =>
  z
    .string()
    .regex(/^([\t\r\n]|[^\p{Cc}\p{Cs}])+$/u)
    .max(most)
