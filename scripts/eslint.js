/**
 * The lint rules of every package: Backstage's own, with the import rules of docs/architecture.md as errors.
 * A package's `.eslintrc.js` is `module.exports = require('../../scripts/eslint')(__dirname)`.
 */
const createConfig = require('@backstage/cli/config/eslint-factory');

module.exports = require('../../scripts/eslint')(__dirname)`.
 */
const createConfig = require('@backstage/cli/config/eslint-factory');

const NO_MUI4 = {
  group: ['@material-ui/*'],
  message: 'Use @mui/material v5 (by path) or @backstage/ui.',
};

module.exports = function porticoConfig(dir, extra = {}) {
  return createConfig(dir, {
    ...extra,
    restrictedSrcImports: [
      {
        name: '@portico/sandbox',
        message: 'The sandbox is reached by HTTP alone; only tests start it.',
      },
      {
        name: '@mui/material',
        message: 'Import by path: @mui/material/Stepper.',
      },
      ...(extra.restrictedSrcImports ?? []),
    ],
    restrictedImportPatterns: [
      '@material-ui/*',
      ...(extra.restrictedImportPatterns ?? []),
    ],
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
      '@backstage/no-undeclared-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      ...extra.rules,
    },
    tsRules: { '@typescript-eslint/no-explicit-any': 'error', ...extra.tsRules },
  });
};
