/** Types of the DOM for callers whose compiler may not know one. */

/** The type of this name where the caller's compiler knows the DOM, else what little of it is asked for. */
export type Dom<Name extends string, Else> = typeof globalThis extends {readonly [K in Name]: {readonly prototype: infer Known}} ? Known : Else
