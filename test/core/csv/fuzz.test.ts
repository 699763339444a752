// Texts made by chance, scanned with the kernel and without it. See support/ for what is made and what is checked.
import assert from 'node:assert/strict';
import { hashOfBytes } from '../../../src/core/csv/field-kind';
import { checkPair, checkText } from './support/check-text';
import { checkLegal } from './support/check-values';
import { countOf, firstSeed, runTexts, textCount, type TextKind } from './support/run-texts';
import {
  borderTexts,
  largeTexts,
  numberedTexts,
  writeBorder,
  writeLarge,
  writeNumbered,
} from './support/long-texts';
import {
  brokenTexts,
  cutTexts,
  damagedTexts,
  foreignTexts,
  legalTexts,
  textPairs,
  twins,
  type LegalSample,
  type Sample,
} from './support/texts';

function checkSample({ text, pieceSize }: Sample): void {
  checkText(text, pieceSize);
}

function checkLegalSample(sample: LegalSample): void {
  checkLegal(checkText(sample.text, sample.pieceSize), sample);
}

describe(`fuzzing the scanner: ${String(textCount)} texts, seed ${String(firstSeed)}`, function () {
  this.timeout(0);

  it('some of the values that texts are made of have one hash', () => {
    for (const [one, other] of twins) {
      assert.equal(
        hashOfBytes(Buffer.from(one), 0, one.length),
        hashOfBytes(Buffer.from(other), 0, other.length),
      );
    }
  });

  fuzz('legal texts', { share: 5000, texts: legalTexts, check: checkLegalSample });
  fuzz('broken texts', { share: 6000, texts: brokenTexts, check: checkSample });
  fuzz('prefixes and suffixes', { share: 3000, texts: cutTexts, check: checkSample });
  fuzz('damaged texts', { share: 3772, texts: damagedTexts, check: checkSample });
  fuzz('texts in other encodings', { share: 1500, texts: foreignTexts, check: checkSample });
  fuzz('texts scanned in turns', { share: 500, texts: textPairs, check: checkPair });
  fuzz('texts with many values', {
    share: 120,
    texts: numberedTexts,
    check: (sample) => void checkText(writeNumbered(sample), sample.pieceSize),
  });
  fuzz('texts across the end of a piece', {
    share: 100,
    texts: borderTexts,
    check: (sample) => void checkText(writeBorder(sample)),
  });
  fuzz('more records and fields than the kernel reads at once', {
    share: 8,
    texts: largeTexts,
    check: (sample) => void checkText(writeLarge(sample)),
  });
});

function fuzz<T>(what: string, kind: TextKind<T>): void {
  it(`${what} (${String(countOf(kind))})`, () => runTexts(kind));
}
