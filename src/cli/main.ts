/** The program: arguments in, exit code out. */
import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {readArguments} from './arguments.ts'
import type {Request} from './arguments.ts'
import {Failure, exit} from '../exit.ts'
import type {ExitCode} from '../exit.ts'
import {guard} from './guard.ts'
import {commandHelp, helpText} from './help.ts'
import {commands, isCommand} from './commands.ts'
import {isFolder} from './isFolder.ts'
import {Messages} from './messages.ts'
import {nearest} from './nearest.ts'
import {run} from './run.ts'
import type {System} from './system.ts'
import {packageFile} from '../processes/place.ts'

/** Runs on the process's own streams and sets its exit code. */
export async function start(argv: readonly string[], more: Pick<System, 'workerChild'> = {}): Promise<void> {
  guard(process)
  process.exitCode = await main(argv, Object.assign(Object.create(process) as NodeJS.Process, more))
}

/** @returns the exit code; rejects only on a bug. */
export async function main(argv: readonly string[], system: System): Promise<ExitCode> {
  try {
    return await answer(readArguments(argv), system)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const messages = new Messages(system, false)
    messages.fail(error)
    return messages.code
  }
}

async function answer(request: Request, system: System): Promise<ExitCode> {
  const unasked = request.inputs.length === 0 && request.job.inputsFrom === undefined && system.stdin.isTTY === true && readsPages(request.command)
  if (request.help || (unasked && !request.version)) {
    system.stdout.write(isCommand(request.command) ? commandHelp(request.command) : helpText())
    return exit.done
  }
  if (request.version) {
    system.stdout.write(`${await version()}\n`)
    return exit.done
  }
  switch (request.command) {
    case 'learn': return (await import('./learn.ts')).learn(await withInputs(request, system), system)
    case 'merge': return (await import('./merge.ts')).merge(request, system)
    case 'worker': return (await import('./worker.ts')).worker(request, system)
    case 'bundle': return (await import('./bundle.ts')).bundle(request, system)
    case 'serve': return (await import('./serve.ts')).serve(request, system)
    case 'queue': return (await import('./queue.ts')).queue(request, system)
    default: return clean(request, system)
  }
}

/** On a terminal it would wait for somebody to type a page. */
function readsPages(command: Request['command']): boolean {
  return command === 'clean' || command === 'explain'
}

/** A word that is no file, but nearly a command. */
function refuseMistyped([word]: readonly string[]): void {
  if (word === undefined || !/^[a-z]{3,12}$/u.test(word) || existsSync(word)) return
  const near = nearest(word, Object.keys(commands))
  if (near !== undefined) throw new Failure(exit.usage, `"${word}" is neither a file nor a command, did you mean boildown ${near}?`)
}

async function clean(request: Request, system: System): Promise<ExitCode> {
  if (request.command === 'clean') refuseMistyped(request.inputs)
  const asked = await withInputs(request, system)
  if (asked.job.dryRun === true) return (await import('./dryRun.ts')).dryRun(asked, system)
  if (request.command === 'clean' && await isFolder(request.output)) return (await import('./job.ts')).job(asked, system)
  return run(asked, system)
}

/** Nothing named is stdin; a list of names stands behind those on the command line. */
async function withInputs(request: Request, {stdin}: System): Promise<Request> {
  const {inputs, job: {inputsFrom}} = request
  if (inputsFrom === undefined) return inputs.length === 0 ? {...request, inputs: ['-']} : request
  const {readInputList} = await import('../batch/sources/inputList.ts')
  return {...request, inputs: [...inputs, ...await readInputList(inputsFrom, stdin)]}
}

async function version(): Promise<string> {
  const text = await readFile(packageFile, 'utf8')
  const {modelHash} = await import('../judge/modelHash.ts')
  return `${(JSON.parse(text) as {version: string}).version} (model ${modelHash})`
}
