import fc from 'fast-check';

const cells = (something: number) =>
  fc.array(
    fc.oneof(
      { weight: 20, arbitrary: fc.constant('') },
      { weight: something, arbitrary: fc.constantFrom('7', '附注', '合计', '—', ' ') },
    ),
    { minLength: 24, maxLength: 24 },
  );

/** The same tables, some of them with a column without a name: blank, or with something in one cell or another. */
export const withNameless = (tables: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: tables },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tables, fc.nat(), fc.oneof(cells(0), cells(1)))
        .map(([text, place, stated]) => {
          const rows = text.split('\n').map((row) => row.split(','));
          const at = place % ((rows[0]?.length ?? 0) + 1);
          return rows
            .map((row, line) => row.toSpliced(at, 0, line === 0 ? '' : (stated[line - 1] ?? '')))
            .map((row) => row.join(','))
            .join('\n');
        }),
    },
  );
