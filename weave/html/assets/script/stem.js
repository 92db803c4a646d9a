/** Letters as they are compared: small, without accents.
 * @param {string} s */
const fold = s => s.toLowerCase().replace(/ß/g, 'ss').normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** A word without its endings, so that "Gewichten" is "Gewicht", "layers" is
 * "layer": the algorithms of Snowball for German, of Porter's first steps for
 * English, on folded letters.
 * @param {string} word folded @param {string} lang */
function stem(word, lang) {
  return lang.startsWith('de') ? stemGerman(word) : stemEnglish(word);
}

/** Where the part behind the first consonant after a vowel begins.
 * @param {string} w @param {number} from */
function region(w, from) {
  const m = /[aeiouy][^aeiouy]/.exec(w.slice(from));
  return m ? from + m.index + 2 : w.length;
}

/** @param {string} w */
function stemGerman(w) {
  const r1 = Math.max(3, region(w, 0)), r2 = region(w, region(w, 0));
  /** @param {RegExp} end @param {number} from */
  const cut = (end, from) => {
    const m = end.exec(w);
    if (!m || w.length - m[0].length < from) return false;
    w = w.slice(0, -m[0].length);
    return true;
  };
  if (cut(/(ern|em|er)$/, r1)) { /* cut */ } else if (cut(/(en|es|e)$/, r1)) cut(/(?<=nis)s$/, 0); else cut(/(?<=[bdfghklmnrt])s$/, r1);
  if (!cut(/(en|er|est)$/, r1)) cut(/(?<=...[bdfghklmnt])st$/, r1);
  if (cut(/(end|ung)$/, r2)) cut(/(?<!e)ig$/, r2);
  else if (!cut(/(?<!e)(ig|ik|isch)$/, r2)) {
    if (cut(/(lich|heit)$/, r2)) cut(/(er|en)$/, r1);
    else if (cut(/keit$/, r2)) cut(/(lich|ig)$/, r2);
  }
  return w;
}

/** @param {string} w */
function stemEnglish(w) {
  if (w.length < 4) return w;
  w = w.replace(/'s?$/, '').replace(/sses$/, 'ss').replace(/(..)ies$/, '$1i').replace(/([^su])s$/, '$1');
  const m = /^(.*[aeiouy].*?)(?:edly|ingly|ed|ing)$/.exec(w);
  if (m && !/eed$/.test(w)) {
    w = m[1];
    if (/(at|bl|iz)$/.test(w)) w += 'e';
    else if (/([^aeioulsz])\1$/.test(w)) w = w.slice(0, -1);
  }
  w = w.replace(/([^aeiou].*)y$/, '$1i');
  const r1 = region(w, 0);
  const long = /(ational|ization|fulness|ousness|iveness|ation|alism|ality|ement|ness|ment|ity|ive|ly|ion|able|ible|al|er|or)$/.exec(w);
  if (long && w.length - long[0].length >= Math.max(r1, 4)) w = w.slice(0, -long[0].length);
  return w.replace(/(...)e$/, '$1');
}
