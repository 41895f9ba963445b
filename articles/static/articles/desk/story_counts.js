/* Words in any script: Chinese and Japanese by sign, Thai and its kin by about five. As
 * articles/text/body.py counts. */
const SIGN = /[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/gu;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,5}/gu;
const SYLLABLE_MARK = /[\u0f0b-\u0f14]/gu;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const SPOKEN = /[\p{L}\p{N}]/u;

export function countIn(text) {
  const spaced = text.replace(SYLLABLE_MARK, " ").replace(SIGN, " x ").replace(UNSPACED, " x ");
  const words = spaced.split(/\s+/u).filter((token) => SPOKEN.test(token)).length;
  const characters = [...text.replace(INVISIBLE, "").replace(/\s+/gu, " ").trim()].length;
  return { words, characters };
}
