const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Starts the suites that try many random values first, since one that starts last keeps the other processes waiting. jest orders by size. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => /fuzz|properties/.test(basename(path));
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
