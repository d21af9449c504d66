'use strict';

/**
 * V8's code cache for the bundle, which saves a start from compiling it: what newer versions of Node do with
 * `module.enableCompileCache`. The build leaves a `.cache` beside each file that the commonest runs load. One
 * that another version of Node made is refused by V8 and passed over.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const compile = Module.prototype._compile;

/** Compiles the files of `directory` from their caches until the function that it returns is called. */
exports.useCodeCache = (directory) => {
  Module.prototype._compile = function (content, filename) {
    const cache = `${filename}.cache`;
    if (dirname(filename) !== directory || !existsSync(cache)) {
      return compile.call(this, content, filename);
    }
    return execute(this, scriptOf(content, filename, readFileSync(cache)), filename);
  };
};

/** Makes caches of the files of `directory` that are loaded until `save` is called. */
exports.recordCodeCache = (directory) => {
  const scripts = [];
  Module.prototype._compile = function (content, filename) {
    if (dirname(filename) !== directory) return compile.call(this, content, filename);
    const script = scriptOf(content, filename);
    scripts.push([`${filename}.cache`, script]);
    return execute(this, script, filename);
  };
  return function save() {
    // Only now: by now the script holds the functions that the run has used.
    for (const [cache, script] of scripts) writeFileSync(cache, script.createCachedData());
  };
};

const scriptOf = (content, filename, cachedData) =>
  new Script(Module.wrap(content), { filename, cachedData });

function execute(module, script, filename) {
  const load = Module.createRequire(filename);
  const run = script.runInThisContext();
  return run.call(module.exports, module.exports, load, module, filename, dirname(filename));
}
