'use strict';

/**
 * V8's code cache for the bundle, which saves a start from compiling it: what newer versions of Node do with
 * `module.enableCompileCache`. The build leaves a `.cache` beside each file that the commonest runs load: what V8
 * compiled and, behind it, the source of that, so that one file is read. Where another version of Node made it,
 * V8 passes over what was compiled.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/** What `node:module` gives, without the loader of ES modules that comes with it. */
const Module = module.constructor;

/** Before what was compiled stands where it ends, in as many bytes as leave it where V8 need not move it. */
const HEAD = 8;

/** Loads the files of `directory` that have one from their caches. */
exports.useCodeCache = (directory) => {
  const load = Module._extensions['.js'];
  Module._extensions['.cjs'] = (module, filename) => {
    const cache = `${filename}.cache`;
    if (dirname(filename) !== directory || !existsSync(cache)) {
      load(module, filename);
      return;
    }
    const bytes = readFileSync(cache);
    const end = bytes.readUInt32LE();
    const cachedData = bytes.subarray(HEAD, end);
    execute(module, new Script(bytes.latin1Slice(end), { filename, cachedData }), filename);
  };
};

/** Makes caches of the files of `directory` that are loaded until the function that it returns is called. */
exports.recordCodeCache = (directory) => {
  const scripts = [];
  const load = Module._extensions['.js'];
  Module._extensions['.cjs'] = (module, filename) => {
    if (dirname(filename) !== directory) {
      load(module, filename);
      return;
    }
    const source = Module.wrap(inAscii(readFileSync(filename, 'utf8')));
    const script = new Script(source, { filename });
    scripts.push({ cache: `${filename}.cache`, script, source });
    execute(module, script, filename);
  };
  return function save() {
    // Only now: by now the script holds the functions that the run has used.
    for (const { cache, script, source } of scripts) {
      const compiled = script.createCachedData();
      const head = Buffer.alloc(HEAD);
      head.writeUInt32LE(HEAD + compiled.length);
      writeFileSync(cache, Buffer.concat([head, compiled, Buffer.from(source, 'latin1')]));
    }
  };
};

/** The same program in characters of one byte each, which take half the memory and no decoding. */
const inAscii = (source) =>
  source.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function execute(module, script, filename) {
  const run = script.runInThisContext();
  const load = (id) => module.require(id);
  run.call(module.exports, module.exports, load, module, filename, dirname(filename));
}
