import { isFreeKey, isText, raw, type Draft } from '../draft';
import type { Sheet } from '../sheet';
import type { Defect } from './defect';

/** Bytes that are no text, cannot be seen or end no line. */
export const bytesDefects: readonly Defect[] = [
  {
    rule: 'invalid-encoding',
    what: 'a text is in Windows-1252',
    breaks(roster) {
      const place = roster.write(roster.anyField(isText), Uint8Array.of(0x5a, 0x6f, 0xeb));
      return { ...place, from: 2, to: 3 };
    },
  },
  {
    rule: 'invalid-encoding',
    what: 'an umlaut was lost when the file was saved',
    breaks: (roster) => roster.write(roster.anyField(isText), 'M\ufffdller', '\ufffd'),
  },
  {
    rule: 'invalid-encoding',
    what: 'a file is in UTF-16',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.oddities.reencode = toUtf16;
      return { file: sheet.file };
    },
  },
  {
    rule: 'byte-order-mark',
    what: 'a file begins with a byte order mark',
    breaks(roster) {
      const sheet = roster.anySheet();
      sheet.oddities.byteOrderMark = true;
      return { file: sheet.file };
    },
  },
  {
    rule: 'control-character',
    what: 'a text holds a zero-width blank',
    breaks: (roster) => roster.write(roster.anyField(isText), 'Müller\u200b', '\u200b'),
  },
  {
    rule: 'control-character',
    what: 'a text holds a NUL',
    breaks: (roster) => roster.write(roster.anyField(isText), 'Mu\0ller', '\0'),
  },
  {
    rule: 'control-character',
    what: 'an id holds a soft hyphen',
    breaks(roster) {
      const id = roster.anyField(isFreeKey(roster.version));
      return roster.write(id, `${roster.text(id)}\u00ad`, '\u00ad');
    },
  },
  {
    rule: 'control-character',
    what: 'a column name holds a zero-width blank',
    breaks(roster) {
      const { sheet, column } = roster.anyField(() => true);
      const name = { sheet, column, record: 0 };
      return roster.write(name, `${roster.text(name)}\u200b`, '\u200b');
    },
  },
  {
    rule: 'mixed-line-endings',
    what: 'one record ends another way',
    breaks(roster) {
      const sheet = sheetOfSeveral(roster);
      const record = roster.random.integer(0, sheet.records.length - 2);
      sheet.oddities.lineEndOf = { record, lineEnd: sheet.oddities.lineEnd === '\n' ? '\r\n' : '\n' };
      return { file: sheet.file, record };
    },
  },
  {
    rule: 'bare-carriage-return',
    what: 'a text holds a carriage return',
    breaks(roster) {
      const place = roster.write(roster.anyField(isText), raw('Room\r12'));
      return { ...place, from: 4, to: 5 };
    },
  },
  {
    rule: 'bare-carriage-return',
    what: 'the records of a file end with a carriage return alone',
    breaks(roster) {
      const sheet = sheetOfSeveral(roster);
      sheet.oddities.lineEnd = '\r';
      return { file: sheet.file, record: 0 };
    },
  },
];

/** A file with enough records for one to be the odd one out. Its line ends are made sure of. */
function sheetOfSeveral(roster: Draft): Sheet {
  const sheet = roster.anySheet(({ records }) => records.length > 4);
  sheet.oddities.lineEnd = roster.random.pick(['\n', '\r\n']);
  return sheet;
}

function toUtf16(utf8: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${Buffer.from(utf8).toString('utf8')}`, 'utf16le'));
}
