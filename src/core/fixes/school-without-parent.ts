import { codesMeaning } from '../rules/shared/meanings';
import { keyColumn } from '../rules/shared/key-column';
import { defineFixes } from './engine/define-fixes';
import { writeText } from './shared/write-suggestion';

/** Where there is one district, the school is a part of it. */
export default defineFixes({
  safety: 'unsafe',
  *fixes(context) {
    const { table } = context;
    const type = table?.columnIndex('type') ?? -1;
    if (table === undefined || type < 0) return;
    const isDistrict = codesMeaning(table, type, 'district');
    const { codes } = table.values(type);
    const active = table.active();
    const districts = [...codes.keys()].filter(
      (record) => record > 0 && active[record] === 1 && isDistrict[codes[record] ?? 0] === 1,
    );
    const [district] = districts;
    if (district === undefined || districts.length !== 1) return;
    yield* writeText(context, table.text(district, keyColumn(table)), 'unsafe');
  },
});
