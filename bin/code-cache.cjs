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

const cacheOf = (filename) => `${filename}.cache`;

/** Loads the files of `directory` that have one from their caches. */
exports.useCodeCache = (directory) =>
  runScripts(directory, (filename) => {
    const cache = cacheOf(filename);
    if (!existsSync(cache)) return null;
    const bytes = readFileSync(cache);
    const end = bytes.readUInt32LE();
    const cachedData = bytes.subarray(HEAD, end);
    return new Script(bytes.latin1Slice(end), { filename, cachedData });
  });

/** Makes caches of the files of `directory` that are loaded until the function that it returns is called. */
exports.recordCodeCache = (directory) => {
  const made = [];
  runScripts(directory, (filename) => {
    const source = Module.wrap(inAscii(readFileSync(filename, 'utf8')));
    const script = new Script(source, { filename });
    made.push({ filename, script, source });
    return script;
  });
  return function save() {
    // Only now: by now the script holds the functions that the run has used.
    for (const { filename, script, source } of made) {
      const compiled = script.createCachedData();
      const head = Buffer.alloc(HEAD);
      head.writeUInt32LE(HEAD + compiled.length);
      writeFileSync(
        cacheOf(filename),
        Buffer.concat([head, compiled, Buffer.from(source, 'latin1')]),
      );
    }
  };
};

/** Has the files of `directory` run as the scripts that `scriptOf` makes of them; where that is null, as all others. */
function runScripts(directory, scriptOf) {
  const load = Module._extensions['.js'];
  Module._extensions['.cjs'] = (module, filename) => {
    const script = dirname(filename) === directory ? scriptOf(filename) : null;
    if (script === null) {
      load(module, filename);
      return;
    }
    const run = script.runInThisContext();
    const requireFrom = (id) => module.require(id);
    run.call(module.exports, module.exports, requireFrom, module, filename, directory);
  };
}

/** The same program in characters of one byte each, which take half the memory and no decoding. */
const inAscii = (source) =>
  source.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
