//! Does this look like a patient's identifier? A hint while writing; the service is the authority and removes what it finds.

// A date of six or eight digits, a sign or nothing, and four characters: personnummer, samordningsnummer, reserve numbers, CPR.
const TAIL = String.raw`(?:\s?[-+\u2010-\u2015\u2212]?\s?\d{4}|[-+]?[\dA-Z]{4})(?![\dA-Za-z])`;
const SWEDISH = new RegExp(String.raw`(?<![\dA-Za-z])(?:(?:1[89]|2\d)\d\d|\d\d)-?(\d\d)-?(\d\d)${TAIL}`, 'g');
const DANISH = new RegExp(String.raw`(?<![\dA-Za-z])(\d\d)(\d\d)\d\d${TAIL}`, 'g');
const RESERVE = /(?<!\d)9919\d{8}(?!\d)/g;
const CONTACT = /[\w.+-]+@[\w-]+\.[a-z]{2,}|(?<![\dA-Za-z])(?:\+4[56]|0)\s?\d(?:[\s-]?\d){6,9}(?!\d)/gi;

const month = (text) => +text >= 1 && +text <= 12;
// 60 is added to the day of a Swedish coordination number and of some Danish replacement numbers.
const day = (text) => (+text >= 1 && +text <= 31) || (+text >= 61 && +text <= 91);

/** The spans of a text that look like identifiers, as `[start, end)`, in order and apart. */
export function identifiers(text) {
  const found = [
    ...[...text.matchAll(SWEDISH)].filter(([, m, d]) => month(m) && day(d)),
    ...[...text.matchAll(DANISH)].filter(([, d, m]) => month(m) && day(d)),
    ...text.matchAll(RESERVE),
    ...text.matchAll(CONTACT),
  ].map((match) => [match.index, match.index + match[0].length]);
  found.sort(([a], [b]) => a - b);
  return found.filter(([start], i) => found.slice(0, i).every(([, end]) => end <= start));
}

/** The text without them. */
export const without = (text) =>
  identifiers(text).reduceRight((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text).replace(/ {2,}/g, ' ').trim();
