//! Does this look like a patient's identifier? A hint while writing; the service is the authority and removes what it finds.

// Six or eight digits of a date, a sign or nothing, four digits: personnummer, samordningsnummer, CPR. And e-mail, phone.
const DATED = /(?<!\d)(?:(?:18|19|20)\d\d|\d\d)(\d\d)(\d\d)\s?[-+–]?\s?\d{4}(?!\d)/g;
const DANISH = /(?<!\d)(\d\d)(\d\d)\d\d\s?[-–]?\s?\d{4}(?!\d)/g;
const CONTACT = /[\w.+-]+@[\w-]+\.[a-z]{2,}|(?<!\d)(?:\+4[56]|0)\s?\d(?:[\s-]?\d){6,9}(?!\d)/gi;

const month = (text) => +text >= 1 && +text <= 12;
// 60 is added to the day of a Swedish coordination number and of some Danish replacement numbers.
const day = (text) => (+text >= 1 && +text <= 31) || (+text >= 61 && +text <= 91);

/** The spans of a text that look like identifiers, as `[start, end)`, in order and apart. */
export function identifiers(text) {
  const found = [
    ...[...text.matchAll(DATED)].filter(([, m, d]) => month(m) && day(d)),
    ...[...text.matchAll(DANISH)].filter(([, d, m]) => month(m) && day(d)),
    ...text.matchAll(CONTACT),
  ].map((match) => [match.index, match.index + match[0].length]);
  found.sort(([a], [b]) => a - b);
  return found.filter(([start], i) => found.slice(0, i).every(([, end]) => end <= start));
}

/** The text without them. */
export const without = (text) =>
  identifiers(text).reduceRight((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), text).replace(/ {2,}/g, ' ').trim();
