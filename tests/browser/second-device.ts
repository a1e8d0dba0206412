/** Somebody at another device of theirs: a fresh browser profile with their cookies, straight at the server. */
import type { Scene, Visitor, VisitorOptions } from './scene.ts'

export async function atSecondDevice(scene: Scene, { name, context }: Visitor, options: VisitorOptions = {}): Promise<Visitor> {
  const device = await scene.arrive(name, options)
  const { hostname } = new URL(device.address)
  await device.context.addCookies((await context.cookies()).map((cookie) => ({ ...cookie, domain: hostname })))
  return device
}
