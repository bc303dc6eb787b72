module.exports = require('../../scripts/eslint')(__dirname, {
  restrictedImportPatterns: ['@portico/*'],
});
