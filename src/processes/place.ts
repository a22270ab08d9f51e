/**
 * Where the parts of the installed program stand. Told from the folder of the build, not from the file that asks:
 * the build gathers files, and code does not stay where it was written.
 */
const own = import.meta.url
const home = own.slice(0, Math.max(own.lastIndexOf('/dist/') + '/dist/'.length, own.lastIndexOf('/src/') + '/src/'.length))

/** A program that runs in a process of its own. @param file path in dist/ */
export function programAt(file: string): URL {
  return new URL(file, home)
}

export const packageFile: URL = new URL('../package.json', home)
