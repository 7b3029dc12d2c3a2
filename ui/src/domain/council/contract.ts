// The door typed: addresses, what they are sent and what they answer are the server's own contract
// (`$domain/bindings/council`, made from `sync-server/openapi.json`; a test tells when one drifts from the other). Nothing
// of it is there when the page runs, but an address with its parts filled in.
import type { components, paths } from '$domain/bindings/council';
import { get, post } from './ask';

/** A schema of the contract, by its name. */
export type Said<Name extends keyof components['schemas']> = components['schemas'][Name];

type Method = 'get' | 'post';
/** Addresses that are asked so, without their beginning: `cases/{id}/decide`. */
type Address<M extends Method> = {
  [Path in keyof paths]: Path extends `/console/api/${infer Rest}`
    ? paths[Path][M] extends object
      ? Rest
      : never
    : never;
}[keyof paths];
type Operation<A extends string, M extends Method> = `/console/api/${A}` extends infer Path
  ? Path extends keyof paths
    ? paths[Path][M]
    : never
  : never;
type Json = { content: { 'application/json': unknown } };
/** What an address answers. */
export type Answer<A extends Address<M>, M extends Method> =
  Operation<A, M> extends { responses: { 200: infer Done } }
    ? Done extends Json
      ? Done['content']['application/json']
      : never
    : never;
/** What an address is sent. */
export type Sent<A extends Address<'post'>> =
  Operation<A, 'post'> extends { requestBody: infer Given }
    ? Given extends Json
      ? Given['content']['application/json']
      : never
    : never;
/** What is not asked for is `never` in the contract, which would leave nothing of the other. */
type Some<Given> = [Given] extends [undefined] ? unknown : NonNullable<Given>;
type InPath<A extends Address<M>, M extends Method> =
  Operation<A, M> extends { parameters: { path?: infer Path } } ? Some<Path> : unknown;
type InQuery<A extends Address<M>, M extends Method> =
  Operation<A, M> extends { parameters: { query?: infer Query } } ? Some<Query> : unknown;
/** The parts of an address and of its query, by name. */
export type Parts<A extends Address<M>, M extends Method> = InPath<A, M> & InQuery<A, M>;
/** Parts may be left out where none is asked for. */
type Given<A extends Address<M>, M extends Method> =
  object extends Parts<A, M> ? [parts?: Parts<A, M>] : [parts: Parts<A, M>];

/** An address with its parts in place; those that it does not name are its query. */
export function filled(path: string, parts: Record<string, unknown> = {}): string {
  const named = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const whole = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name])));
  const rest = Object.entries(parts).filter(([name, value]) => !named.has(name) && value !== undefined);
  const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${whole}?${query}` : whole;
}

/** Reads an address of the contract. */
export function read<A extends Address<'get'>>(
  path: A,
  ...[parts]: Given<A, 'get'>
): Promise<Answer<A, 'get'>> {
  return get(filled(path, parts as Record<string, unknown>));
}

/** Sends what an address of the contract takes. */
export function send<A extends Address<'post'>>(
  path: A,
  body: Sent<A>,
  ...[parts]: Given<A, 'post'>
): Promise<Answer<A, 'post'>> {
  return post(filled(path, parts as Record<string, unknown>), body);
}
