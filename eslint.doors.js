// Who may make a viewer, and who may look at rows before there is one: server/auth alone. Everything
// else is handed a viewer and goes through `withViewer`.
const outside = ['server/auth/**', 'server/testing/**', '**/*.test.{ts,tsx}', '**/test-support.ts']

const message =
  'Only server/auth makes viewers and looks behind the door. Take a viewer from server/auth and go through withViewer.'

/** The rule as configurations of ESLint; `server/doors.test.ts` plants what it must refuse. */
export const doors = [
  {
    files: ['{app,components,lib,server,scripts}/**/*.{ts,tsx}'],
    ignores: [...outside, 'server/db.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '(^|/)auth/mint(\\.ts)?$', importNames: ['mint'], message },
            { regex: '(^|/)db(\\.ts)?$', importNames: ['atThreshold', 'asAccount'], message },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression[source.value=/(^|\\u002F)(auth\\u002Fmint|db)$/]', message },
      ],
    },
  },
]
