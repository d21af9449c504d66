'use strict';

/**
 * The display width of a text, remembered. The table library measures each cell half a dozen times, and
 * measuring is most of what it does.
 */
const measure = require('string-width');

const known = new Map();

module.exports = (text) => {
  let width = known.get(text);
  if (width === undefined) {
    width = measure(text);
    known.set(text, width);
  }
  return width;
};
